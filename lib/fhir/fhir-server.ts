/** One EHR's FHIR server as one launch may use it: the token goes to its base and nowhere else. Contract of lib/fhir. */
import { isObject, type JsonObject } from './fields.ts';

/** An answer of whatever status. `body` is the parsed JSON, or null when there was none. */
export interface FhirAnswer {
  readonly kind: 'answer';
  readonly status: number;
  readonly body: unknown;
  readonly location: string | null;
  readonly etag: string | null;
  /** Seconds, from Retry-After; null when absent or unreadable. */
  readonly retryAfter: number | null;
}

/** No answer that can be read. Never carries a body: it may hold patient data. */
export interface FhirSilence {
  readonly kind: 'silence';
  readonly why: 'timed-out' | 'unreachable' | 'not-json' | 'too-large' | 'foreign-address' | 'session-ended';
  /** HTTP status where there was one (an HTML error page). */
  readonly status: number | null;
}

export interface CreateOptions {
  /** Sent as If-None-Exist. */
  readonly ifNoneExist?: string;
  readonly timeoutMs?: number;
}

export interface FhirServer {
  /** FHIR base URL without a trailing slash. */
  readonly base: string;
  /** GET; reads are retried where that is safe. `address` is relative to the base or an absolute URL under it. */
  get(address: string, options?: { readonly timeoutMs?: number }): Promise<FhirAnswer | FhirSilence>;
  /** POST of a resource, or of a Bundle to the base with type `Bundle`. Sent once, never retried. Prefer: return=representation. */
  create(
    resource: { readonly resourceType: string },
    options?: CreateOptions,
  ): Promise<FhirAnswer | FhirSilence>;
}

/** The resource that was read; null where none came: no answer, no 200, or no JSON object. */
export function resourceOf(answer: FhirAnswer | FhirSilence): JsonObject | null {
  return answer.kind === 'answer' && answer.status === 200 && isObject(answer.body) ? answer.body : null;
}
