/** The two kinds of cookie: one for a launch in progress, one for each launch made. Neither holds more than a random secret. */
import { digest, randomSecret } from '#lib/store/secrets.ts';

/** What next/headers' cookies() and a Request's cookie header both give. */
export interface CookieReader {
  get(name: string): { readonly value: string } | undefined;
  getAll(): readonly { readonly name: string; readonly value: string }[];
}

/**
 * POLICY: how many of each a browser keeps for one EHR. All together they stay under 2.5 kB: proxies in front refuse headers over 8 kB, and
 * the callback's address alone may hold 4 kB. Whoever opens one chart more finds the one opened first closed.
 */
export const MOST_COOKIES = { launch: 20, state: 10 } as const;
/** POLICY: cleared in one answer at most, for the headers of an answer have a limit too. */
const MOST_CLEARED = 8;

/** Characters of a digest that tell one cookie from another; the secret is in the value. */
const NAME_LENGTH = 16;

const NAMES: Readonly<Record<keyof typeof MOST_COOKIES, RegExp>> = {
  launch: /^__Host-ldn-[\w-]{16}$/,
  state: /^__Host-ldn-state-[\w-]{16}$/,
};

/** Binds the state to the browser in which the launch began. */
export function stateCookieName(state: string): string {
  return `__Host-ldn-state-${digest(state).slice(0, NAME_LENGTH)}`;
}

/** Binds a launch to the browser in which it was made. */
export function launchCookieName(launchId: string): string {
  return `__Host-ldn-${digest(launchId).slice(0, NAME_LENGTH)}`;
}

/** A value nobody can guess, ending in when it was made: a browser tells names and values alone, and the oldest must be known. */
export function newCookieValue(): string {
  return `${randomSecret()}.${Math.floor(Date.now() / 1000).toString(36)}`;
}

function madeAt(value: string): number {
  const seconds = Number.parseInt(value.split('.')[1] ?? '', 36);
  return Number.isNaN(seconds) ? 0 : seconds;
}

/** Set-Cookie lines that make room for one cookie more of this kind. */
export function clearOldest(cookies: CookieReader, kind: keyof typeof MOST_COOKIES): string[] {
  const kept = cookies.getAll().filter(({ name }) => NAMES[kind].test(name));
  const most = MOST_COOKIES[kind] - 1;
  return kept
    .toSorted((one, other) => madeAt(one.value) - madeAt(other.value))
    .slice(0, Math.min(Math.max(0, kept.length - most), MOST_CLEARED))
    .map(({ name }) => clearCookie(name));
}

/**
 * A Set-Cookie line that works inside an EHR's frame and is sent to this app alone.
 *
 * @see RFC 6265bis (__Host- prefix, SameSite=None); CHIPS (Partitioned)
 */
export function setCookie(name: string, value: string, maxAgeSeconds: number): string {
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; Secure; HttpOnly; SameSite=None; Partitioned`;
}

export function clearCookie(name: string): string {
  return setCookie(name, '', 0);
}

/** The cookies of a Request. */
export function cookiesOf(request: Request): CookieReader {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => {
    const [name = '', ...value] = pair.trim().split('=');
    return [name, { value: value.join('=') }] as const;
  });
  const all = new Map(pairs);
  return {
    get: (name) => all.get(name),
    getAll: () => [...all].map(([name, { value }]) => ({ name, value })),
  };
}
