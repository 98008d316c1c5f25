/** Words with a day: what every message about a row of the chart shows. */

export const NO_DATE = 'date not recorded';

/** "codeine 30 mg, 2026-02-27", or "codeine 30 mg, date not recorded" where the chart gives no date that can be read. */
export function dated(words: string, day: string | null): string {
  return `${words}, ${day ?? NO_DATE}`;
}
