/** Why a part or page was not read. */
import type { Unread } from '#lib/chart/unread.ts';
import type { FhirAnswer, FhirSilence } from '#lib/fhir/fhir-server.ts';
import { outcomeText } from '#lib/fhir/outcome.ts';
import type { PageLost } from '#lib/fhir/paging.ts';

export function whyLost({ why }: PageLost): Unread {
  return typeof why === 'string' ? { code: 'page-lost', why } : whyUnread(why);
}

export function whyUnread(answer: FhirAnswer | FhirSilence): Unread {
  return answer.kind === 'silence'
    ? { code: 'no-answer', why: answer.why, status: answer.status }
    : { code: 'not-answered', status: answer.status, said: outcomeText(answer.body) };
}

/** 401 and 403: the EHR will not, rather than cannot. */
export function isRefusal(answer: FhirAnswer | FhirSilence): boolean {
  return answer.status === 401 || answer.status === 403;
}
