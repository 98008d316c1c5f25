/** What a server says in an OperationOutcome, as a person can read it. */
import { conceptWords } from './concept.ts';
import { codesOf, Fields, isObject } from './fields.ts';

/** @see FHIR R4 OperationOutcome.issue */
export interface OutcomeIssue {
  /** fatal | error | warning | information, verbatim; null when it says none. */
  readonly severity: string | null;
  readonly code: string | null;
  /** Codes of `details` (Epic's "4119"). */
  readonly detailCodes: readonly string[];
  /** Details text or display, else diagnostics, else the issue's code. May hold patient data: for the screen, never for a log. */
  readonly text: string | null;
}

/** The issues of an OperationOutcome; none when the value is no OperationOutcome. */
export function outcomeIssues(json: unknown): OutcomeIssue[] {
  if (!isObject(json) || json.resourceType !== 'OperationOutcome') return [];
  return new Fields(json, []).objects('issue').map((issue) => {
    const details = issue.concept('details');
    const code = issue.text('code');
    return {
      severity: issue.text('severity'),
      code,
      detailCodes: details === null ? [] : codesOf({ ...details, text: null }),
      text: (details && conceptWords(details)) ?? issue.text('diagnostics') ?? code,
    };
  });
}

/** POLICY: room for a few sentences of the EHR's own; some servers send their stack trace. */
const LONGEST_WORDS = 300;

/** All issues as one text in the server's own words; null when the value says nothing. */
export function outcomeText(json: unknown): string | null {
  const texts = outcomeIssues(json).flatMap((issue) => issue.text ?? []);
  return texts.length > 0 ? inBrief([...new Set(texts)].join('; ')) : null;
}

export function inBrief(words: string): string {
  return words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)} ...` : words;
}

/** "No results returned", "The search found no matching records." and nothing beside it. */
const NO_RESULTS =
  /^(?:(?:the |this )?(?:resource )?(?:request|search|query)(?: has)? (?:returns|returned|found|yielded) )?(?:no|0|zero) (?:matching )?(?:results?|matches|records?|entries|resources|data)(?: (?:were |was )?(?:found|returned|available|match(?:ed)?))?[.!]?$/i;

/**
 * The server's own word that something is missing from its answer, however lightly it puts it.
 * @see FHIR R4 issue-type: "suppressed", "incomplete", "too-costly", "throttled", "timeout", "forbidden"
 */
const WITHHELD: ReadonlySet<string> = new Set([
  'suppressed',
  'incomplete',
  'too-costly',
  'throttled',
  'timeout',
  'forbidden',
]);

export function saysWithheld({ code }: OutcomeIssue): boolean {
  return code !== null && WITHHELD.has(code.trim().toLowerCase());
}

/** A remark that the search found nothing: an ordinary answer, not a gap. An error is never one. */
export function saysNoResults(issue: OutcomeIssue): boolean {
  return issue.severity === 'warning' && issue.text !== null && NO_RESULTS.test(issue.text.trim());
}
