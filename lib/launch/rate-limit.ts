/** How much one launch, or one address, may ask of the app. Counted in the store, so that it holds over all servers. */
import type { SealedRecords } from '#lib/store/sealed-records.ts';
import { digest } from '#lib/store/secrets.ts';

const WINDOW_MS = 60_000;

/**
 * POLICY, in requests a minute. A person at work makes about ten; hundreds of workplaces may stand behind one address. `launch` counts by
 * launch, the others by address: launches begun, answers of EHRs, pages of charts, looks at the health, calls of CDS Hooks whose caller was
 * refused.
 */
export const REQUEST_LIMITS = {
  launch: 240,
  address: 600,
  callback: 600,
  chart: 6_000,
  health: 600,
  hookRefused: 60,
} as const;

/** Counts this request. True when it is one too many. */
export async function isOverLimit(
  records: SealedRecords,
  kind: keyof typeof REQUEST_LIMITS,
  who: string,
): Promise<boolean> {
  const count = await records.count(`rate/${kind}/${digest(who)}`, Date.now() + WINDOW_MS);
  return count > REQUEST_LIMITS[kind];
}

/**
 * The address a request came from: the last one in X-Forwarded-For, which is what the proxy nearest to this server saw. Without a
 * proxy Next itself writes the peer's address there.
 */
export function addressOf(headers: Headers): string {
  const nearest = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return withoutPort(nearest) || 'unknown';
}

/** Some proxies name the port too, another one each time. */
function withoutPort(address: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1');
}
