/**
 * Filters that a server applied of its own accord, as the self link of its answer tells: "active orders", "the last two years".
 * Such an answer is not whole.
 * @see FHIR R4 Search "self link": the parameters that the server actually used
 */
import type { JsonObject } from '#lib/fhir/fields.ts';
import { isObject } from '#lib/fhir/fields.ts';

/** Search parameters that narrow by a day. */
const DAYS: ReadonlySet<string> = new Set(
  `_lastUpdated authoredon authored date effective effective-time effectivetime whenhandedover whenprepared onset-date abatement-date
  recorded-date last-date occurrence period performed value-date`.split(/\s+/),
);

/** Search parameters that narrow by anything else. @see FHIR R4 search parameters of the resources that are read */
const OTHERS: ReadonlySet<string> = new Set(
  `status intent category code combo-code clinical-status verification-status type class encounter context medication requester
  performer prescription source criticality severity device focus specimen location practitioner participant actor service-type
  service-category appointment-type specialty reason-code intended-dispenser intended-performer intended-performertype priority
  part-of based-on identifier receiver responsibleparty route manifestation onset recorder asserter body-site evidence stage
  length reason-given reason-not-given value-concept value-quantity value-string data-absent-reason combo-value-concept
  _filter _has _tag _security _profile _id _text _content _list _query _summary _elements`.split(/\s+/),
);

const ANY_DAY = 'ge1900-01-01';

interface UnaskedFilter {
  readonly name: string;
  /** "status=active", as the server has it. */
  readonly words: string;
}

/** `asked`: the search as it was sent. */
export function unaskedFilters(page: JsonObject | undefined, asked: string): readonly UnaskedFilter[] {
  const self = selfOf(page);
  if (self === null) return [];
  const sent = paramsOf(asked);
  const found = [...paramsOf(self)].flatMap(([name, values]) => {
    if (!DAYS.has(name) && !OTHERS.has(name)) return [];
    const isNarrower = DAYS.has(name) ? narrowsDays : narrowsCodes;
    return isNarrower(values, sent.get(name) ?? []) ? [{ name, words: `${name}=${values.join(',')}` }] : [];
  });
  return found;
}

/** The same search with each filter opened as far as it goes; null where one cannot be. */
export function withoutFilters(
  asked: string,
  filters: readonly UnaskedFilter[],
  everyCode: Readonly<Record<string, string>>,
): string | null {
  const more = new URLSearchParams();
  for (const { name } of filters) {
    const every = DAYS.has(name) ? ANY_DAY : everyCode[name];
    if (every === undefined || paramsOf(asked).has(name)) return null;
    more.set(name, every);
  }
  return `${asked}&${more}`;
}

function selfOf(page: JsonObject | undefined): string | null {
  const links: readonly unknown[] = Array.isArray(page?.link) ? page.link : [];
  const self = links.find((link) => isObject(link) && link.relation === 'self');
  return isObject(self) && typeof self.url === 'string' ? self.url : null;
}

/** Values by name, without modifiers, code systems and case. */
function paramsOf(address: string): Map<string, string[]> {
  const params = new Map<string, string[]>();
  const query = address.includes('?') ? address.slice(address.indexOf('?') + 1) : '';
  for (const [key, value] of new URLSearchParams(query)) {
    const [name = ''] = key.split(/[:.]/);
    const values = value.split(',').flatMap((one) => one.split('|').at(-1)?.trim().toLowerCase() || []);
    if (values.length > 0) params.set(name, [...(params.get(name) ?? []), ...values]);
  }
  return params;
}

/** Days are limits that all hold. */
function narrowsDays(used: readonly string[], sent: readonly string[]): boolean {
  return used.some((value) => !sent.some((one) => value.startsWith(one)));
}

/** Codes are choices of which one has to hold. */
function narrowsCodes(used: readonly string[], sent: readonly string[]): boolean {
  return sent.length === 0 || !sent.every((value) => used.includes(value));
}
