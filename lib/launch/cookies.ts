/** The two kinds of cookie: one for a launch in progress, one for each launch made. Neither holds more than a random secret. */
import { digest } from '#lib/store/secrets.ts';

/** What next/headers' cookies() and a Request's cookie header both give. */
export interface CookieReader {
  get(name: string): { readonly value: string } | undefined;
}

/** Characters of a digest that tell one cookie from another; the secret is in the value. */
const NAME_LENGTH = 16;

/** Binds the state to the browser in which the launch began. */
export function stateCookieName(state: string): string {
  return `__Host-ldn-state-${digest(state).slice(0, NAME_LENGTH)}`;
}

/** Binds a launch to the browser in which it was made. */
export function launchCookieName(launchId: string): string {
  return `__Host-ldn-${digest(launchId).slice(0, NAME_LENGTH)}`;
}

/**
 * A Set-Cookie line that works inside an EHR's frame and is sent to this app alone. Without an age it ends with the browser.
 *
 * @see RFC 6265bis (__Host- prefix, SameSite=None); CHIPS (Partitioned)
 */
export function setCookie(name: string, value: string, maxAgeSeconds?: number): string {
  const age = maxAgeSeconds === undefined ? '' : ` Max-Age=${maxAgeSeconds};`;
  return `${name}=${value}; Path=/;${age} Secure; HttpOnly; SameSite=None; Partitioned`;
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
  return { get: (name) => all.get(name) };
}
