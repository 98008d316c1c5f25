/** How long a server asks to be left in peace. @see RFC 9110, section 10.2.3 */
export function retryAfterMs(value: string | null, now: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d{1,7}$/.test(text)) return Number(text) * 1000;
  const moment = text === '' ? Number.NaN : Date.parse(text);
  return Number.isNaN(moment) ? null : Math.max(0, moment - now);
}
