/** Which addresses a launch's token may be sent to: those under its FHIR base, and no other. */

/** Encoded slashes and backslashes: a server may read them as a way out of the base. */
const HIDDEN_SLASH = /%2f|%5c/i;

/**
 * The address as a URL under `base`, or null when it leads anywhere else: another scheme, host, port or path, or with a user name
 * in it. Relative addresses are relative to the base; dots are resolved before looking.
 * @see SMART App Launch 2.2.0, "the app shall not send the access token to other hosts"; WHATWG URL
 */
export function addressUnder(base: string, address: string): URL | null {
  const root = URL.parse(withSlash(base));
  const url = root && URL.parse(address, root);
  if (!url || url.origin !== root.origin || url.origin === 'null') return null;
  if (url.username !== '' || url.password !== '' || HIDDEN_SLASH.test(url.pathname)) return null;
  if (!withSlash(url.pathname).startsWith(root.pathname)) return null;
  url.hash = '';
  return url;
}

function withSlash(text: string): string {
  return text.endsWith('/') ? text : `${text}/`;
}
