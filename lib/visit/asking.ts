/** Who asks for a chart, when, and how fresh it must be. */
import type { CookieReader } from '#lib/launch/cookies.ts';

/** Who asks, and when: the cookies of the request, and the clock (epoch milliseconds). */
export interface Asking {
  readonly cookies: CookieReader;
  readonly now: () => number;
}

/** `afresh` for a verdict and a write; `recent` lets a chart read at most 15 minutes ago stand. */
export type Freshness = 'afresh' | 'recent';
