/** A chart made of FHIR resources, judged through the same doors as a Bundle from anywhere. */
import { readBundle } from '../../lib/chart/read-bundle.ts';
import type { CalendarDate } from '../../lib/fhir/calendar-date.ts';
import { judgeSafety } from '../../lib/safety/judge-safety.ts';
import type { Finding, Judgement, RuleId } from '../../lib/safety/judgement.ts';
import { installedRecogniser } from '../../lib/terminology/load-tables.ts';
import type { Preparation } from '../../lib/titration/regimen.ts';

export const TODAY = '2026-03-02' as CalendarDate;
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';

/** Any JSON that claims to be a resource: hostile charts are made with it too. */
export type Resource = Readonly<Record<string, unknown>> & { readonly resourceType: string };

export const subject = { reference: 'Patient/p1' };

export function patient(overrides: Readonly<Record<string, unknown>> = {}): Resource {
  return {
    resourceType: 'Patient',
    id: 'p1',
    name: [{ family: 'Specimen', given: ['Anna'] }],
    gender: 'female',
    birthDate: '1980-05-01',
    ...overrides,
  };
}

export function order(id: string, medication: object | string, overrides: Readonly<Record<string, unknown>> = {}): Resource {
  return {
    resourceType: 'MedicationRequest',
    id,
    status: 'active',
    intent: 'order',
    subject,
    authoredOn: '2026-02-10',
    ...(typeof medication === 'string' ? { medicationCodeableConcept: { text: medication } } : medication),
    ...overrides,
  };
}

export function rxnorm(code: string, display?: string) {
  return { medicationCodeableConcept: { coding: [{ system: RXNORM, code, display }] } };
}

/** An ordinary medicine, so that the list is not empty. */
export const naproxen = order('naproxen', rxnorm('198014', 'naproxen 500 MG Oral Tablet'));
/** A week of immediate-release tramadol. */
export const tramadol = rxnorm('835603', 'tramadol hydrochloride 50 MG Oral Tablet');

export function supply(days: number, repeats?: number) {
  return { dispenseRequest: { expectedSupplyDuration: { value: days, unit: 'd', system: 'http://unitsofmeasure.org', code: 'd' }, numberOfRepeatsAllowed: repeats } };
}

export interface HowJudged {
  readonly asOf?: string;
  readonly timeZone?: string | null;
  readonly preparation?: Preparation;
}

/** Judges a Bundle of the resources; a Patient is added where there is none. */
export function judge(resources: readonly Resource[], how: HowJudged = {}): Judgement {
  const whole = resources.some(({ resourceType }) => resourceType === 'Patient') ? resources : [patient(), ...resources];
  return judgeBundle({ resourceType: 'Bundle', type: 'collection', entry: whole.map((resource) => ({ resource })) }, how);
}

export function judgeBundle(bundle: unknown, how: HowJudged = {}): Judgement {
  const read = readBundle(bundle);
  if ('refused' in read) throw new Error(`the chart was refused: ${read.refused}`);
  return judgeSafety(read.chart, {
    asOf: (how.asOf ?? TODAY) as CalendarDate,
    timeZone: how.timeZone ?? null,
    recognise: installedRecogniser().recognise,
    preparation: how.preparation ?? 'capsules',
  });
}

export function findingsOf(judgement: Judgement, rule: RuleId): readonly Finding[] {
  return judgement.findings.filter((finding) => finding.rule === rule);
}

/** "R02 blocks", sorted: what a judgement raises, R09 (always asked) left out. */
export function raised(judgement: Judgement): readonly string[] {
  return judgement.findings
    .filter(({ rule }) => rule !== 'R09')
    .map(({ rule, severity }) => `${rule} ${severity}`)
    .sort();
}
