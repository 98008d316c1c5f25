/** The orders being made, through the same reshaping as a chart's rows. */
import type { ChartPatient, RequestRow } from '#lib/chart/chart.ts';
import type { LedgerProblem } from '#lib/chart/ledger.ts';
import { type RawChart, type RawResource, rawResource } from '#lib/chart/read/raw-chart.ts';
import { References } from '#lib/chart/read/references.ts';
import { shapeChart } from '#lib/chart/shape/shape-chart.ts';
import { Fields, isObject, type JsonObject } from '#lib/fhir/fields.ts';
import type { DraftEntry, HookCall } from './hook-request.ts';

interface DraftRow {
  readonly row: RequestRow;
  readonly json: JsonObject;
  /** The hook is about it. */
  readonly isSelected: boolean;
}

export interface Drafts {
  readonly patient: ChartPatient;
  readonly rows: readonly DraftRow[];
  /** An order of another patient among them: what the chart of this one says is not about it. */
  readonly problems: readonly LedgerProblem[];
  /** Medications and whatever else came with them. */
  readonly others: readonly RawResource[];
}

const ORDER = 'MedicationRequest';

/** @param beside what else may say what an order's drug is: Medications of the prefetch, or read. */
export function readDrafts(
  call: HookCall,
  base: { readonly issuer: string; readonly otherBases: readonly string[] },
  beside: readonly RawResource[] = [],
): Drafts {
  const entries = (call.draftOrders ?? []).map(asR4);
  const resources = entries.map(({ json, fullUrl }, place) =>
    rawResource(json, String(json.resourceType), fullUrl, place + 1),
  );
  const orders = resources.filter(({ type }) => type === ORDER);
  const others = resources.filter(({ type }) => type !== ORDER);
  const patient = `Patient/${call.patientId}`;
  const raw = (rows: readonly RawResource[]): RawChart => ({
    base: base.issuer,
    otherBases: base.otherBases,
    patient: null,
    patientId: call.patientId,
    parts: [{ part: ORDER, asked: [], state: 'complete', gap: null, pages: 1, rows, problems: [] }],
    others: [...others, ...beside],
    problems: [],
  });
  // The context says whose orders these are; many clients leave the subject of an unsigned order out.
  const ofThisPatient = orders.map((one) => ({
    ...one,
    json: { ...one.json, subject: { reference: patient } },
  }));
  const chart = shapeChart(raw(ofThisPatient));
  const references = new References(raw(orders));
  const jsonOf = new Map(orders.map(({ source, json }) => [source, json]));
  const isAbout = selectedAmong(call.selections, resources);
  return {
    patient: chart.patient,
    rows: chart.medications.flatMap((row) =>
      row.kind === 'request'
        ? [{ row, json: jsonOf.get(row.source) ?? {}, isSelected: isAbout(row.source) }]
        : [],
    ),
    problems: orders.flatMap((order) => (isOfAnother(order, references) ? [ofAnother(order)] : [])),
    others,
  };
}

/** Where the EHR does not say what its user has just chosen, or names what is not there, it may be any of them. */
function selectedAmong(
  selections: readonly string[],
  resources: readonly RawResource[],
): (source: string) => boolean {
  const idOf = (source: string) => source.split('/').at(-1) ?? '';
  const isKnown = resources.some(({ source }) => selections.includes(idOf(source)));
  return (source) => !isKnown || selections.includes(idOf(source));
}

function isOfAnother({ json }: RawResource, references: References): boolean {
  const subject = new Fields(json, []).object('subject');
  return subject !== null && references.whose(subject).kind === 'other';
}

function ofAnother({ source }: RawResource): LedgerProblem {
  return { where: source, what: { code: 'row-of-another-patient' }, weight: 'other-patient' };
}

/** R5 puts the drug one level deeper, and some clients leave the type of an order out. */
function asR4({ json, fullUrl }: DraftEntry): DraftEntry {
  const { medication, ...order } = json;
  const named = isObject(medication)
    ? {
        ...(isObject(medication.concept) && { medicationCodeableConcept: medication.concept }),
        ...(isObject(medication.reference) && { medicationReference: medication.reference }),
      }
    : {};
  const isOrder =
    isObject(medication) || json.medicationCodeableConcept != null || json.medicationReference != null;
  const type = json.resourceType ?? (isOrder ? ORDER : undefined);
  return { json: { ...order, ...named, resourceType: type }, fullUrl };
}
