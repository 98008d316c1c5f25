/** What an OperationOutcome beside the rows means for the completeness of a read. */

import type { LedgerProblem } from '#lib/chart/ledger.ts';
import { isObject } from '#lib/fhir/fields.ts';
import { inBrief, type OutcomeIssue, outcomeIssues, saysNoResults, saysWithheld } from '#lib/fhir/outcome.ts';

/** What its issues weigh: "no results" and mere information weigh nothing; "some rows were withheld" does in any tone. */
export function outcomeProblems(
  json: unknown,
  where: string,
  standingWarnings: readonly string[],
): LedgerProblem[] {
  if (!isObject(json) || json.resourceType !== 'OperationOutcome') return [];
  const issues = outcomeIssues(json);
  if (issues.length === 0) {
    return [{ where, what: { code: 'warning-unreadable' }, weight: 'incomplete' }];
  }
  return issues
    .filter((issue) => saysWithheld(issue) || (issue.severity !== 'information' && !saysNoResults(issue)))
    .map((issue) => ({
      where,
      what: { code: 'ehr-says' as const, said: issue.text === null ? null : inBrief(issue.text) },
      weight: isStanding(issue, standingWarnings) ? ('confirm' as const) : ('incomplete' as const),
    }));
}

function isStanding(issue: OutcomeIssue, standingWarnings: readonly string[]): boolean {
  return (
    (issue.severity === 'warning' || issue.severity === 'information') &&
    [issue.code, ...issue.detailCodes].some((code) => code !== null && standingWarnings.includes(code))
  );
}
