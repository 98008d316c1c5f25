/** One spelling of an address, to compare by and never to ask: the same row may be named in many ways. */

const HISTORY = /\/_history\/[^/]*$/;
/** As nearly every row names another, and is named: "Patient/p1". */
const USUAL = /^[A-Za-z]+\/[\w.-]+$/;
const HTTP = /^https?:\/\//i;
const USUAL_PORT = /:(?:80|443)$/;

/**
 * Without version and scheme; the host in small letters and without a usual port; single slashes, none at the end. A relative
 * address is without slashes at its ends. What is neither stays as it is.
 * @see RFC 3986 section 6.2; FHIR R4 References "literal references"
 */
export function addressKey(address: string): string {
  if (USUAL.test(address)) return address;
  const plain = withoutVersion(address.trim());
  if (HTTP.test(plain)) {
    const url = URL.parse(plain);
    return url === null
      ? plain
      : `//${url.host.replace(USUAL_PORT, '')}${singleSlashes(url.pathname)}${url.search}`;
  }
  return /^(?:urn:|#|[A-Za-z]+\?)/.test(plain) ? plain : singleSlashes(plain).replace(/^\//, '');
}

function withoutVersion(address: string): string {
  return address.includes('/_history/') ? address.replace(HISTORY, '') : address;
}

function singleSlashes(path: string): string {
  return path.replace(/\/{2,}/g, '/').replace(/\/$/, '');
}
