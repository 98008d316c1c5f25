/** Naltrexone is being ordered: is there an opioid? Silent only where the opioid verdict is "none found" and no opioid is about to come. */

import type { Source } from '#lib/chart/chart.ts';
import type { Finding } from '#lib/safety/finding.ts';
import { medicationFact } from '#lib/safety/medication-fact.ts';
import type { OpioidJudgement } from '#lib/safety/opioid-evidence.ts';
import { isEmptyList } from '#lib/safety/opioid-verdict.ts';
import type { Case } from '#lib/safety/rule.ts';
import type { MissingFact } from '#lib/safety/rules/check-incomplete-record.ts';
import type { NotReadFact, WarningWhat } from './order-warning.ts';
import { type Ordered, orderKind } from './ordered.ts';

/** Worst first: an opioid that is there, one that may be, what nobody can tell. */
const WORST_FIRST = [
  'opioid-depot-present',
  'opioid-present',
  'opioid-recent',
  'opioid-ordered-too',
  'chart-not-read',
  'opioid-undated',
  'opioid-unnamed',
  'opioid-pending',
  'medicines-unknown',
  'no-medicines-listed',
] as const satisfies readonly WarningWhat['code'][];

type NaltrexoneWhat = Extract<WarningWhat, { readonly code: (typeof WORST_FIRST)[number] }>;

export function checkNaltrexoneOrder(
  orders: readonly Ordered[],
  patient: Case,
  findings: readonly Finding[],
  { verdict }: OpioidJudgement,
): NaltrexoneWhat | null {
  const ordered = new Set(orders.map(({ medication }) => medication.row.source));
  const said = [
    ...findings
      .filter(({ rule, sources }) => rule !== 'R08' || !sources.every((source) => ordered.has(source)))
      .flatMap(whatOf),
    ...orderedToo(orders, patient),
    ...nothingListedBeside(ordered, patient),
  ];
  // A chart nobody can tell of is never passed over in silence, whatever the rules make of it.
  if (said.length === 0 && verdict === 'cannot-tell')
    return { code: 'chart-not-read', facts: { missing: [] } };
  return said.toSorted((one, other) => rank(one) - rank(other))[0] ?? null;
}

/** An order whose drug nobody can read may be naltrexone: only an opioid that is there, or was there lately, is told of. */
export function checkUnreadOrder(findings: readonly Finding[]): WarningWhat | null {
  const said = findings.flatMap(whatOf).toSorted((one, other) => rank(one) - rank(other))[0];
  switch (said?.code) {
    case 'opioid-depot-present':
    case 'opioid-present':
    case 'opioid-recent':
      return { code: 'opioid-beside-unread-order', facts: { medication: said.facts.medication } };
    default:
      return null;
  }
}

function rank({ code }: NaltrexoneWhat): number {
  return WORST_FIRST.indexOf(code);
}

/** What a finding means for the order; nothing where it is history, a warning this EHR is known to send, or of the patient's record. */
function whatOf(finding: Finding): NaltrexoneWhat[] {
  switch (finding.code) {
    case 'depot-opioid':
      return [{ code: 'opioid-depot-present', facts: finding.facts }];
    case 'opioid-current':
    case 'maintenance-opioid-current':
      return [{ code: 'opioid-present', facts: finding.facts }];
    case 'opioid-recent':
    case 'opioid-recent-by-order':
    case 'maintenance-opioid-recent': {
      const { medication, lastDay, clearFrom } = finding.facts;
      return [{ code: 'opioid-recent', facts: { medication, lastDay, clearFrom } }];
    }
    case 'record-incomplete':
      return [{ code: 'chart-not-read', facts: { missing: notReadOf(finding.facts.missing) } }];
    case 'opioids-undated':
    case 'depots-undated':
      return undated(finding.facts.opioids);
    case 'possible-opioid':
      return [{ code: 'opioid-unnamed', facts: { medication: finding.facts.medication } }];
    case 'more-possible-opioids':
    case 'unknown-medicines': {
      const [first, ...others] = finding.facts.names;
      if (first === undefined) return [];
      return [{ code: 'medicines-unknown', facts: { medication: first.medication, others: others.length } }];
    }
    case 'opioid-pending':
      return [{ code: 'opioid-pending', facts: finding.facts }];
    default:
      return [];
  }
}

/** A cancelled order was most likely never taken: the app asks, a card would only interrupt. */
function undated(
  opioids: Extract<Finding, { code: 'opioids-undated' }>['facts']['opioids'],
): NaltrexoneWhat[] {
  const first = opioids.find(({ why }) => why !== 'cancelled');
  return first === undefined ? [] : [{ code: 'opioid-undated', facts: { medication: first.medication } }];
}

export function notReadOf(missing: readonly Pick<MissingFact, 'part' | 'what'>[]): NotReadFact[] {
  return missing.map(({ part, what }) => ({ part, what }));
}

/** The order that is being made may be a row of the chart already, and says nothing of what the patient takes. */
function nothingListedBeside(ordered: ReadonlySet<Source>, { medications, gaps }: Case): NaltrexoneWhat[] {
  const others = medications.filter(({ row }) => !ordered.has(row.source));
  const wasRead = !gaps.incomplete.some(({ part }) => part === 'MedicationRequest');
  return wasRead && isEmptyList(others) ? [{ code: 'no-medicines-listed', facts: {} }] : [];
}

function orderedToo(orders: readonly Ordered[], { dayOf }: Case): NaltrexoneWhat[] {
  return orders
    .filter((order) => orderKind(order) === 'opioid')
    .map(({ medication }) => ({
      code: 'opioid-ordered-too',
      facts: { medication: medicationFact(medication, dayOf) },
    }));
}
