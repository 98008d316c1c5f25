/** MedicationRequest, Statement, Dispense and Administration as rows of the chart. */

import type {
  AdministrationRow,
  ChartConcept,
  DispenseRow,
  MedicationRow,
  RequestRow,
  StatementRow,
} from '#lib/chart/chart.ts';
import { isOwnExtension } from '#lib/chart/own-draft.ts';
import { codesOf, Fields } from '#lib/fhir/fields.ts';
import { daysOf } from './durations.ts';
import type { OpenRow } from './open-row.ts';
import { shapeDosage, shapeGivenDose } from './shape-dosage.ts';
import { medicationForce, medicationState } from './states.ts';

/** POLICY: more refills than any order has; a larger number is read as this. */
const MOST_REPEATS = 1_000;

/** @see FHIR R4 MedicationRequest */
export function shapeRequest(row: OpenRow): RequestRow {
  const { fields } = row;
  const dispense = fields.object('dispenseRequest');
  const validity = dispense?.object('validityPeriod') ?? null;
  const firstFill = dispense?.object('initialFill') ?? null;
  const intent = fields.text('intent');
  if (intent === null) fields.fault('intent', 'missing');
  return {
    ...medicationOf(row, 'request'),
    dosage: fields.objects('dosageInstruction').map(shapeDosage),
    author: authorOf(row, [fields.object('requester'), fields.object('recorder')]),
    orders: ordersOf(row, ['basedOn']),
    categories: fields.concepts('category').flatMap(codesOf),
    statusReasons: reasonsOf(fields, 'statusReason'),
    force: medicationForce(intent),
    intent,
    doNotPerform: fields.flag('doNotPerform') === true,
    identifiers: fields
      .objects('identifier')
      .map((identifier) => ({ system: identifier.text('system'), value: identifier.text('value') })),
    hasOwnExtension: hasOwnExtension(fields),
    authoredOn: fields.date('authoredOn'),
    validityStart: validity?.date('start') ?? null,
    validityEnd: validity?.date('end') ?? null,
    supplyDays: dispense === null ? null : daysOf(dispense, 'expectedSupplyDuration'),
    firstFillDays: firstFill === null ? null : daysOf(firstFill, 'duration'),
    fillIntervalDays: dispense === null ? null : daysOf(dispense, 'dispenseInterval'),
    repeats: dispense === null ? null : repeatsOf(dispense),
  };
}

/** Nothing else is read from extensions: one that is malformed is no fault of the row. */
function hasOwnExtension({ json }: Fields): boolean {
  return (
    json.extension != null &&
    new Fields(json, []).objects('extension').some((one) => isOwnExtension(one.text('url')))
  );
}

/** @see FHIR R4 MedicationStatement */
export function shapeStatement(row: OpenRow): StatementRow {
  const { fields } = row;
  const period = fields.object('effectivePeriod');
  return {
    ...medicationOf(row, 'statement'),
    dosage: fields.objects('dosage').map(shapeDosage),
    author: authorOf(row, [fields.object('informationSource')]),
    orders: ordersOf(row, ['basedOn', 'partOf']),
    categories: codesOf(fields.concept('category')),
    statusReasons: reasonsOf(fields, 'statusReason'),
    effectiveStart: fields.date('effectiveDateTime') ?? period?.date('start') ?? null,
    effectiveEnd: period?.date('end') ?? null,
    dateAsserted: fields.date('dateAsserted'),
  };
}

/** @see FHIR R4 MedicationDispense */
export function shapeDispense(row: OpenRow): DispenseRow {
  const { fields } = row;
  return {
    ...medicationOf(row, 'dispense'),
    dosage: fields.objects('dosageInstruction').map(shapeDosage),
    author: authorOf(row, performersOf(fields)),
    orders: ordersOf(row, ['authorizingPrescription', 'partOf']),
    categories: codesOf(fields.concept('category')),
    statusReasons: reasonsOf(fields, 'statusReasonCodeableConcept'),
    whenPrepared: fields.date('whenPrepared'),
    whenHandedOver: fields.date('whenHandedOver'),
    daysSupply: daysOf(fields, 'daysSupply', 'd'),
  };
}

/** @see FHIR R4 MedicationAdministration */
export function shapeAdministration(row: OpenRow): AdministrationRow {
  const { fields } = row;
  const dosage = fields.object('dosage');
  const moment = fields.date('effectiveDateTime');
  const period = fields.object('effectivePeriod');
  return {
    ...medicationOf(row, 'administration'),
    dosage: dosage === null ? [] : [shapeGivenDose(dosage)],
    author: authorOf(row, performersOf(fields)),
    orders: ordersOf(row, ['request', 'partOf']),
    categories: codesOf(fields.concept('category')),
    statusReasons: reasonsOf(fields, 'statusReason'),
    effectiveStart: moment ?? period?.date('start') ?? null,
    effectiveEnd: moment ?? period?.date('end') ?? null,
  };
}

function medicationOf<K extends MedicationRow['kind']>(
  { fields, vital, source, version, describer, references, faults }: OpenRow,
  kind: K,
) {
  const status = fields.text('status');
  if (status === null) fields.fault('status', 'missing');
  const encounter =
    fields.object('encounter')?.text('reference') ?? fields.object('context')?.text('reference') ?? null;
  const { medication, words, forms } = describer.describe(vital, faults);
  return {
    kind,
    source,
    version,
    state: medicationState(kind, status),
    status,
    medication,
    words,
    forms,
    encounter: encounter === null ? null : references.source(encounter),
  };
}

/** One concept in some kinds of row, a list in others; one that cannot be read is none: no row is lost by it. */
function reasonsOf({ json }: Fields, name: string): ChartConcept[] {
  if (json[name] == null) return [];
  return new Fields({ reasons: [json[name]].flat() }, []).concepts('reasons');
}

function repeatsOf(dispense: Fields): number | null {
  const repeats = dispense.number('numberOfRepeatsAllowed');
  if (repeats === null || (Number.isInteger(repeats) && repeats >= 0)) {
    return repeats === null ? null : Math.min(repeats, MOST_REPEATS);
  }
  return dispense.fault('numberOfRepeatsAllowed', 'no-count');
}

function performersOf(fields: Fields): (Fields | null)[] {
  return fields.objects('performer').map((performer) => performer.object('actor'));
}

function authorOf({ references }: OpenRow, candidates: readonly (Fields | null)[]): string | null {
  for (const candidate of candidates) {
    const author = candidate === null ? null : references.nameOf(candidate);
    if (author !== null) return author;
  }
  return null;
}

function ordersOf({ fields, references }: OpenRow, names: readonly string[]): string[] {
  const orders: string[] = [];
  for (const name of names) {
    if (!fields.has(name)) continue;
    const named = name === 'request' ? [fields.object(name)] : fields.objects(name);
    for (const reference of named) {
      const address = reference?.text('reference');
      if (address != null) orders.push(references.source(address));
    }
  }
  return [...new Set(orders)];
}
