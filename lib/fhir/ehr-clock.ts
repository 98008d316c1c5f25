/** What time it is at each EHR, by the Date of its answers: every washout and every start hangs on the day. */
import { processWide } from '#lib/store/process-wide.ts';

interface Heard {
  /** The EHR's time when it answered, epoch milliseconds. */
  readonly ehrTime: number;
  /** `performance.now()` of that moment: goes on where this server's clock is set anew. */
  readonly at: number;
}

function heardFrom(): Map<string, Heard> {
  return processWide('ehr-clocks', () => new Map<string, Heard>());
}

/**
 * Remembers the time an answer tells.
 *
 * @see RFC 9110, section 6.6.1 (Date); RFC 9111, section 5.1 (Age: how long a cache has kept the answer since)
 */
export function hearClock(address: string | URL, headers: Headers): void {
  const sent = Date.parse(headers.get('date') ?? '');
  const age = Number(headers.get('age') ?? 0);
  if (Number.isNaN(sent) || !(age >= 0)) return;
  heardFrom().set(new URL(address).origin, { ehrTime: sent + age * 1000, at: performance.now() });
}

/** How far this server's clock is ahead of the one at this address, milliseconds, less than 0 when it is behind; null where nothing was heard. */
export function clockAhead(address: string | URL): number | null {
  const heard = heardFrom().get(new URL(address).origin);
  if (heard === undefined) return null;
  return Date.now() - (heard.ehrTime + (performance.now() - heard.at));
}
