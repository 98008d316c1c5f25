/** One answer of the FHIR server, before it is put on the wire. */
import type { OperationOutcome, OperationOutcomeIssue, Resource } from '@medplum/fhirtypes';

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly resource?: Resource;
}

export const FHIR_JSON = 'application/fhir+json';

export function outcome(status: number, code: OperationOutcomeIssue['code'], text: string): Reply {
  return {
    status,
    resource: {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', code, details: { text }, diagnostics: text }],
    } satisfies OperationOutcome,
  };
}

export const refusals = {
  notFound: (what: string) => outcome(404, 'not-found', `${what} is not in this chart system.`),
  forbidden: (why: string) => outcome(403, 'forbidden', why),
  notAllowed: (why: string) => outcome(405, 'not-supported', why),
  unprocessable: (why: string) => outcome(422, 'business-rule', why),
} as const;

/** The issue code FHIR R4 has for a refusal with this status. */
export function issueCode(status: number): OperationOutcomeIssue['code'] {
  switch (status) {
    case 401:
      return 'login';
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 409:
      return 'conflict';
    case 412:
      return 'multiple-matches';
    case 422:
      return 'business-rule';
    case 429:
      return 'throttled';
    default:
      return status < 500 ? 'processing' : 'exception';
  }
}
