/** Old pages of searches, as HAPI FHIR keeps them: within the reuse time a search that was asked before is answered with the page of then. */
import type { FaultSwitches } from '../faults.ts';
import type { Answer, Call } from './call.ts';

interface Page {
  readonly madeAt: number;
  readonly answer: Answer;
}

export class SearchCache {
  readonly #pages = new Map<string, Page>();

  /**
   * The page of an equal search of the same patient where it may be used again, else a new one.
   * @see https://hapifhir.io/hapi-fhir/docs/server_jpa/configuration.html "Search Result Caching"
   */
  async answer(call: Call, type: string, search: () => Promise<Answer>): Promise<Answer> {
    const { searchCache } = call.faults;
    if (searchCache === undefined) return search();
    const key = JSON.stringify([call.grant.patient, type, `${call.query}`]);
    const kept = this.#pages.get(key);
    const isYoung = kept !== undefined && Date.now() - kept.madeAt < searchCache.ms;
    if (isYoung && !mustBeNew(call, searchCache)) return kept.answer;
    const answer = await search();
    this.#pages.set(key, { madeAt: Date.now(), answer });
    return answer;
  }
}

function mustBeNew(
  { request }: Call,
  { noCacheArrives }: NonNullable<FaultSwitches['searchCache']>,
): boolean {
  return noCacheArrives && /\bno-cache\b/i.test(request.headers['cache-control'] ?? '');
}
