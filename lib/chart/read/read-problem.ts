/** Why a part or page was not read, in words for a prescriber and without patient data. */
import type { FhirAnswer, FhirSilence } from '#lib/fhir/fhir-server.ts';
import { outcomeText } from '#lib/fhir/outcome.ts';
import type { PageLost } from '#lib/fhir/paging.ts';

const SILENCE: Readonly<Record<FhirSilence['why'], string>> = {
  'timed-out': 'did not answer in time',
  unreachable: 'could not be reached, or the connection was cut',
  'not-json': 'answered with something that is not FHIR',
  'too-large': 'answered with more than this app reads',
  'foreign-address': 'lies at an address outside the EHR, which was not asked',
  'session-ended': 'was not asked: the sign-in has ended',
};

const LOST: Readonly<Record<Extract<PageLost['why'], string>, string>> = {
  loop: 'leads back to a page already read',
  'too-many': 'was not read: there are more pages than any chart has',
  'no-bundle': 'answered with something that is no list of rows',
  'bad-link': 'has an address that could not be read',
};

/** What a status means to whoever reads it on screen; "was not answered" otherwise. */
const MEANING: ReadonlyMap<number, string> = new Map([
  [401, 'was refused'],
  [403, 'was refused'],
  [404, 'is not known to the EHR under this address'],
  [410, 'is not known to the EHR any more'],
  [429, 'was put off: the EHR is asked for too much at the moment'],
  [501, 'is not offered by the EHR, though the EHR lists it'],
]);

export function whyLost({ why }: PageLost): string {
  return typeof why === 'string' ? LOST[why] : whyUnread(why);
}

export function whyUnread(answer: FhirAnswer | FhirSilence): string {
  if (answer.kind === 'silence') {
    return answer.status === null ? SILENCE[answer.why] : `${SILENCE[answer.why]} (HTTP ${answer.status})`;
  }
  const said = outcomeText(answer.body);
  const what = MEANING.get(answer.status) ?? 'was not answered';
  return `${what} (HTTP ${answer.status})${said === null ? '' : `: ${said}`}`;
}

/** 401 and 403: the EHR will not, rather than cannot. */
export function isRefusal(answer: FhirAnswer | FhirSilence): boolean {
  return answer.status === 401 || answer.status === 403;
}
