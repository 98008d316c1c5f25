/**
 * How many rows a page are asked for, each time another number: under an address of its own a search is answered with what stands now. HAPI
 * FHIR, and gateways that drop our `Cache-Control: no-cache`, give a search that was asked a moment ago its old page.
 * @see https://hapifhir.io/hapi-fhir/docs/server_jpa/configuration.html "Search Result Caching"
 */
import { randomInt } from 'node:crypto';

/** POLICY: few round trips, and no more than servers commonly allow. */
export const LARGEST_PAGE = 200;
/** POLICY: more searches than one chart is asked for within a cache's minute. */
const SIZES = 50;

let asked = randomInt(SIZES);

export function nextPageSize(): number {
  asked = (asked + 1) % SIZES;
  return LARGEST_PAGE - asked;
}
