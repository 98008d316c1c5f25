/** Orders that are being made -> warnings. Pure: the chart, the day and what was reviewed come in as arguments. */
import type { JsonObject } from '#lib/fhir/fields.ts';
import type { Finding } from '#lib/safety/finding.ts';
import { findingsOf, opioidsOf } from '#lib/safety/judge-safety.ts';
import { medicationFact } from '#lib/safety/medication-fact.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { Case } from '#lib/safety/rule.ts';
import { OPIOID_RULES } from '#lib/safety/rules.ts';
import type { IngredientId } from '#lib/terminology/recognition.ts';
import { checkNaltrexoneOrder, checkUnreadOrder, notReadOf } from './check-naltrexone-order.ts';
import { checkOffer, type Waiting } from './check-offer.ts';
import { checkOpioidOrder } from './check-opioid-order.ts';
import { checkOwnOrder } from './check-own-order.ts';
import { checkTitration } from './check-titration.ts';
import type { Direction, OrderWarning, WarningCode, WarningWhat } from './order-warning.ts';
import { type Ordered, orderKind } from './ordered.ts';
import type { ReviewedOrder } from './reviewed-order.ts';

export interface OrdersBeingMade {
  readonly orders: readonly (Ordered & { readonly json: JsonObject })[];
  /** What was reviewed here for this patient, the latest first; null where nobody could say in time. */
  readonly reviewed: readonly ReviewedOrder[] | null;
}

/** POLICY: what is signed as it stands may harm at once. An opioid that is over, or never was taken, is none of it. */
const CRITICAL: ReadonlySet<WarningCode> = new Set([
  'opioid-depot-present',
  'opioid-present',
  'on-naltrexone-depot',
  'not-as-reviewed',
]);

const INFORMS: ReadonlySet<WarningCode> = new Set(['review-overdue', 'plan-offered']);

/** At most one warning a direction. @param patient opened with the opioid rules. */
export function checkOrders({ orders, reviewed }: OrdersBeingMade, patient: Case): readonly OrderWarning[] {
  const selected = orders.filter(({ isSelected }) => isSelected);
  const naltrexone = selected.filter((order) => orderKind(order) === 'naltrexone');
  const opioids = selected.filter((order) => ['opioid', 'perhaps-opioid'].includes(orderKind(order)));
  const unread = selected.filter((order) => orderKind(order) === 'unread');
  // Both are about to be signed together, whichever of them was chosen last.
  const beside =
    opioids.length > 0 ? orders.filter((order) => orderKind(order) === 'naltrexone') : naltrexone;
  const findings = findingsOf(patient, OPIOID_RULES);
  const tell = (direction: Direction, about: readonly Ordered[], what: WarningWhat | null) =>
    what === null ? [] : [warning(direction, about, what, findings, patient)];
  return [
    ...(beside.length === 0
      ? []
      : tell('naltrexone', beside, checkNaltrexoneOrder(orders, patient, findings, opioidsOf(patient)))),
    ...(unread.length === 0 || beside.length > 0
      ? []
      : tell('naltrexone', unread, checkUnreadOrder(findings))),
    ...worstOf([...opioids, ...unread], (order) => checkOpioidOrder(order, patient)).flatMap(
      ([order, what]) => tell('opioid', [order], what),
    ),
    ...worstOf(naltrexone, ({ json, ...order }) => {
      const own = checkOwnOrder({ order, json }, reviewed ?? [], patient);
      return own === null && reviewed === null ? notCompared(order, patient) : own;
    }).flatMap(([order, what]) => tell('own-draft', [order], what)),
  ];
}

/** What was reviewed and waits to be ordered, beside any order; none where the chart says otherwise by now. */
export function offerPlan(
  waiting: Waiting,
  orders: readonly Ordered[],
  patient: Case,
): readonly OrderWarning[] {
  const ordered = new Set(orders.map(({ medication }) => medication.row.source));
  const what = checkOffer(waiting, ordered, patient);
  return what === null ? [] : [warning('own-draft', [], what, [], patient)];
}

/** Of a chart that is opened, without an order. */
export function checkOpenedChart(patient: Case): readonly OrderWarning[] {
  const what = checkTitration(patient);
  return what === null ? [] : [warning('titration', [], what, findingsOf(patient, OPIOID_RULES), patient)];
}

function warning(
  direction: Direction,
  about: readonly Ordered[],
  what: WarningWhat,
  findings: readonly Finding[],
  { gaps, medications }: Case,
): OrderWarning {
  const fact = aboutOf(what);
  const named = [...medications, ...about.map(({ medication }) => medication)].find(
    ({ row }) => row.source === fact?.source,
  );
  return {
    ...what,
    direction,
    weight: CRITICAL.has(what.code) ? 'critical' : INFORMS.has(what.code) ? 'info' : 'warning',
    ingredients: named === undefined ? [] : ingredientsOf(named.recognition),
    orders: about.map(({ medication }) => medication.row.source),
    findings: findings.filter(({ rule }) => rule !== 'R01'),
    notRead: notReadOf([...gaps.incomplete, ...gaps.otherPatient]),
    unseen: gaps.unseen.map(({ part }) => part),
  };
}

function ingredientsOf(recognition: {
  readonly agonists: readonly IngredientId[];
  readonly antagonists: readonly IngredientId[];
}): readonly IngredientId[] {
  return recognition.agonists.length > 0 ? recognition.agonists : recognition.antagonists;
}

/** It may be anything but what was reviewed. */
function notCompared({ medication }: Ordered, { dayOf }: Case): WarningWhat {
  return { code: 'not-compared', facts: { ordered: medicationFact(medication, dayOf) } };
}

/** The medicine that a warning names first. */
function aboutOf({ facts }: WarningWhat): MedicationFact | null {
  if ('medication' in facts) return facts.medication;
  if ('added' in facts && facts.added !== null) return facts.added;
  if ('opioid' in facts) return facts.opioid;
  return 'ordered' in facts ? facts.ordered : null;
}

/** The first critical one, else the first. */
function worstOf<O extends Ordered>(
  orders: readonly O[],
  check: (order: O) => WarningWhat | null,
): readonly (readonly [O, WarningWhat])[] {
  const some = orders.flatMap((order) => {
    const what = check(order);
    return what === null ? [] : [[order, what] as const];
  });
  const worst = some.find(([, { code }]) => CRITICAL.has(code)) ?? some[0];
  return worst === undefined ? [] : [worst];
}
