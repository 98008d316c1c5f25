/** A chart made of FHIR resources, judged through the same doors as a Bundle from anywhere. */

import { readBundle } from '#lib/chart/read/read-bundle.ts';
import type { Finding } from '#lib/safety/finding.ts';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { Purpose } from '#lib/safety/rule.ts';
import type { RuleId } from '#lib/safety/rule-id.ts';
import type { Jurisdiction } from '#lib/settings/site.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Preparation } from '#lib/titration/regimen.ts';
import { isoDay } from '#lib/words/en/dates.ts';
import { findingWords } from '#lib/words/en/finding.ts';

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

export function order(
  id: string,
  medication: object | string,
  overrides: Readonly<Record<string, unknown>> = {},
): Resource {
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

export function ndc(code: string) {
  return { medicationCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/sid/ndc', code }] } };
}

/** An ordinary medicine, so that the list is not empty. */
export const naproxen = order('naproxen', rxnorm('198014', 'naproxen 500 MG Oral Tablet'));
/** A week of immediate-release tramadol. */
export const tramadol = rxnorm('835603', 'tramadol hydrochloride 50 MG Oral Tablet');

export function supply(days: number, repeats?: number) {
  return {
    dispenseRequest: {
      expectedSupplyDuration: { value: days, unit: 'd', system: 'http://unitsofmeasure.org', code: 'd' },
      numberOfRepeatsAllowed: repeats,
    },
  };
}

export interface HowJudged {
  readonly asOf?: string;
  readonly timeZone?: string | null;
  readonly preparation?: Preparation;
  readonly jurisdiction?: Jurisdiction | undefined;
  readonly purpose?: Purpose;
}

/** Judges a Bundle of the resources; a Patient is added where there is none. */
export function judge(resources: readonly Resource[], how: HowJudged = {}): Judgement {
  const whole = resources.some(({ resourceType }) => resourceType === 'Patient')
    ? resources
    : [patient(), ...resources];
  return judgeBundle(
    { resourceType: 'Bundle', type: 'collection', entry: whole.map((resource) => ({ resource })) },
    how,
  );
}

export function judgeBundle(bundle: unknown, how: HowJudged = {}): Judgement {
  const read = readBundle(bundle);
  if ('refused' in read) throw new Error(`the chart was refused: ${read.refused.code}`);
  return judgeSafety(read.chart, {
    asOf: (how.asOf ?? TODAY) as CalendarDate,
    timeZone: how.timeZone ?? null,
    recognise: installedRecogniser().recognise,
    preparation: how.preparation ?? 'capsules',
    jurisdiction: how.jurisdiction ?? null,
    purpose: how.purpose ?? 'titration',
  });
}

/** A finding with its sentence, its days in ISO form. */
export const told = (finding: Finding) => ({ ...finding, message: findingWords(finding, isoDay) });

export function findingsOf(judgement: Judgement, rule: RuleId): readonly ReturnType<typeof told>[] {
  return judgement.findings.filter((finding) => finding.rule === rule).map(told);
}

/** "R02 blocks", sorted: what a judgement raises, R09 (always asked) left out. */
export function raised(judgement: Judgement): readonly string[] {
  return judgement.findings
    .filter(({ rule }) => rule !== 'R09')
    .map(({ rule, severity }) => `${rule} ${severity}`)
    .sort();
}

type Overrides = Readonly<Record<string, unknown>>;
const row = (resourceType: string, id: string, ...parts: readonly Overrides[]): Resource =>
  Object.assign({ resourceType, id, subject }, ...parts);
const named = (medication: object | string): Overrides =>
  typeof medication === 'string' ? { medicationCodeableConcept: { text: medication } } : { ...medication };
const days = (value: number) => ({ value, unit: 'd', system: 'http://unitsofmeasure.org', code: 'd' });

export const statement = (id: string, medication: object | string, overrides: Overrides): Resource =>
  row('MedicationStatement', id, named(medication), overrides);

/** Handed over on the day; without days of supply where none are given. */
export const dispense = (
  id: string,
  medication: object | string,
  handedOver: string | undefined,
  supplyDays?: number,
  overrides: Overrides = {},
): Resource =>
  row(
    'MedicationDispense',
    id,
    { status: 'completed', whenHandedOver: handedOver },
    supplyDays === undefined ? {} : { daysSupply: days(supplyDays) },
    named(medication),
    overrides,
  );

export const administration = (
  id: string,
  medication: object | string,
  day: string | undefined,
  overrides: Overrides = {},
): Resource =>
  row(
    'MedicationAdministration',
    id,
    { status: 'completed', effectiveDateTime: day },
    named(medication),
    overrides,
  );

export const ICD10 = 'http://hl7.org/fhir/sid/icd-10-cm';
export const SNOMED = 'http://snomed.info/sct';
export const LOINC = 'http://loinc.org';
export const concept = (system: string, code: string, display?: string) => ({
  coding: [{ system, code, display }],
});

export const condition = (id: string, code: object | string, overrides: Overrides = {}): Resource =>
  row(
    'Condition',
    id,
    {
      clinicalStatus: concept('http://terminology.hl7.org/CodeSystem/condition-clinical', 'active'),
      code: typeof code === 'string' ? { text: code } : code,
    },
    overrides,
  );
export const clinically = (status: string) => ({
  clinicalStatus: concept('http://terminology.hl7.org/CodeSystem/condition-clinical', status),
});
export const verified = (status: string) => ({ verificationStatus: { coding: [{ code: status }] } });

export const observation = (
  id: string,
  code: object | string,
  day: string | undefined,
  overrides: Overrides = {},
): Resource =>
  row(
    'Observation',
    id,
    { status: 'final', code: typeof code === 'string' ? { text: code } : code, effectiveDateTime: day },
    overrides,
  );

export const allergy = (id: string, code: object | string, overrides: Overrides = {}): Resource =>
  row(
    'AllergyIntolerance',
    id,
    { subject: undefined, patient: subject, code: typeof code === 'string' ? { text: code } : code },
    overrides,
  );

/** A bare row of any other kind. */
export const other = row;

/** "R06 confirm" or null: the one rule asked about. */
export function severityOf(judgement: Judgement, rule: RuleId): readonly string[] {
  return findingsOf(judgement, rule).map(({ severity }) => severity);
}
