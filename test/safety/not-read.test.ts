/** What a part of the chart does not show is only "not recorded" where that part was read. */
import { expect, test } from 'vitest';
import type { ChartPart, LedgerEntry } from '#lib/chart/ledger.ts';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import type { RuleId } from '#lib/safety/rule-id.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { findingsOf, naproxen, patient, TODAY } from './judged.ts';

/** The message of a rule where the part was read, was not shared, or failed. */
function messageOf(rule: RuleId, part: ChartPart, state: LedgerEntry['state']): string | undefined {
  const entry = [patient(), naproxen].map((resource) => ({ resource }));
  const read = readBundle({ resourceType: 'Bundle', type: 'collection', entry });
  if ('refused' in read) throw new Error(read.refused.code);
  const { chart } = read;
  const entries = chart.ledger.entries.map((one) => (one.part === part ? { ...one, state } : one));
  const judgement = judgeSafety(
    { ...chart, ledger: { ...chart.ledger, entries } },
    {
      asOf: TODAY as CalendarDate,
      timeZone: null,
      recognise: installedRecogniser().recognise,
      preparation: 'capsules',
    },
  );
  return findingsOf(judgement, rule)[0]?.message;
}

test.each([
  ['R15', 'Observation', /^No ALT or AST result/],
  ['R20', 'Condition', /^Nothing on the problem list is/],
  ['R21', 'MedicationRequest', /^No other treatment/],
] as const)('%s says that nothing is recorded only of %s that were read', (rule, part, nothing) => {
  expect(messageOf(rule, part, 'complete')).toMatch(nothing);
  for (const state of ['unsupported', 'failed'] as const) {
    expect(messageOf(rule, part, state)).not.toMatch(nothing);
    expect(messageOf(rule, part, state)).toMatch(/not read/);
  }
});
