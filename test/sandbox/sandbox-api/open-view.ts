/** The open, read-only view of the whole FHIR store, for people and tests: no token, no scopes, no fault switches. */
import type { Bundle } from '@medplum/fhirtypes';
import { route } from '../fhir/call.ts';
import type { IndexedRepository } from '../fhir/indexed-repository.ts';
import { pageRequest, withLinks } from '../fhir/pages.ts';
import { outcome, type Reply, refusals } from '../fhir/reply.ts';

/** Large, so that a test that forgets to follow `next` still sees a whole chart. */
const PAGE_SIZE = 1000;

export function openView(base: string, repository: IndexedRepository) {
  return async (method: string, path: string, query: URLSearchParams): Promise<Reply> => {
    if (method !== 'GET' && method !== 'HEAD') return refusals.notAllowed('This view is read-only.');
    const [type = '', ...rest] = path.split('/').filter(Boolean);
    if (type === '')
      return outcome(400, 'value', 'Name a resource type: /sandbox/fhir/MedicationRequest?patient=...');
    const page = pageRequest(query, undefined, PAGE_SIZE);
    if (page === null) return outcome(400, 'value', '_count and _offset are whole numbers.');
    const asked = new URLSearchParams(query);
    if (rest.length === 0) {
      asked.set('_count', String(page.count));
      asked.set('_offset', String(page.offset));
    }
    const reply = await route(repository, 'GET', `${[type, ...rest].join('/')}?${asked}`);
    if (reply.resource?.resourceType === 'Bundle' && rest.length === 0) {
      return {
        status: 200,
        resource: withLinks(reply.resource as Bundle, base, type, query, page, {}),
      };
    }
    return reply;
  };
}
