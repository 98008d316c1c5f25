/** Whether this server and an EHR agree what time it is. Which of the two is wrong the app cannot tell. */
import { clockAhead } from '#lib/fhir/ehr-clock.ts';
import { launchFailure } from './failure.ts';
import type { LaunchFailure } from './session.ts';

/** POLICY: further apart is said; signed sign-ins live for minutes. */
const CLOCK_SAID_MS = 5 * 60_000;
/** POLICY: further apart, and one of the two has the day wrong: no washout and no start can be counted. */
const CLOCK_REFUSED_MS = 24 * 60 * 60_000;

/** How far apart, in words for a detail: "12 minutes ahead of"; null while it is too little to matter, or nothing was heard. */
export function clockApart(...addresses: readonly string[]): string | null {
  const ahead = addresses.map((address) => clockAhead(address) ?? 0);
  const most = ahead.reduce((one, other) => (Math.abs(other) > Math.abs(one) ? other : one), 0);
  if (Math.abs(most) <= CLOCK_SAID_MS) return null;
  return `${duration(Math.abs(most))} ${most > 0 ? 'ahead of' : 'behind'}`;
}

/** Added to a detail for IT; empty while the clocks agree. */
export function clockDetail(...addresses: readonly string[]): string {
  const apart = clockApart(...addresses);
  return apart === null ? '' : `; the clock of this server is ${apart} the EHR's`;
}

/** Why nothing of this EHR is shown by this clock; null where it may be. */
export function clockRefusal(issuer: string): LaunchFailure | null {
  const ahead = clockAhead(issuer);
  if (ahead === null || Math.abs(ahead) <= CLOCK_REFUSED_MS) return null;
  return launchFailure(
    'CLOCKS_DISAGREE',
    `the clock of this server is ${clockApart(issuer)} that of ${issuer}`,
  );
}

const UNITS: readonly (readonly [string, number])[] = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
];

function duration(ms: number): string {
  const [unit, length] = UNITS.find(([, length]) => ms >= 2 * length) ?? ['minute', 60_000];
  return `${Math.round(ms / length)} ${unit}s`;
}
