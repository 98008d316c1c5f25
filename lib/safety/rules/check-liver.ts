/** R15: the liver. The label warns at 50 mg; clinical notes see no significant concern at low dose; both are shown. */
import type { ObservationRow } from '#lib/chart/chart.ts';
import { conditionFact, observationFact } from '#lib/safety/chart-facts.ts';
import { isSought, type Sought } from '#lib/safety/concept.ts';
import { isActive, isWithin } from '#lib/safety/condition.ts';
import { type MeasuredFact, measuredFact } from '#lib/safety/measured-fact.ts';
import { isFinding, isMarkedHigh, isResult, latestOf } from '#lib/safety/observation.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { RowFact } from '#lib/safety/row-fact.ts';
import { type Case, type NoFacts, type RawFinding, type Rule, wasRead } from '#lib/safety/rule.ts';
import { LIVER_TESTS } from '#lib/terminology/codes/liver-tests.ts';
import { anyOf, NOT_SAID_OF_THE_PATIENT } from '#lib/terminology/codes/sought.ts';
import type { DayOf } from '#lib/time/chart-day.ts';

const NOT_LIVER_DISEASE = anyOf(
  /\b(vaccin\w*|immuni[sz]\w*|immune|immunity|screen\w*|exposure|contact with|(family )?history|risk|ruled out)\b/,
  /\b(inmuni\w*|antecedentes?|antecedents?|exposicion|exposition)\b/,
  NOT_SAID_OF_THE_PATIENT,
);

/** SNOMED CT: acute hepatitis, hepatic failure. ICD-10: acute viral hepatitis, hepatic failure. */
const ACUTE: Sought = {
  codes: new Set(['37871000', '59927004']),
  icd10: ['B15', 'B16', 'B17', 'K70.4', 'K71.1', 'K72'],
  words: anyOf(
    /\bacute\b.{0,80}\bhepatitis\b|\b(liver|hepatic) failure\b/,
    // Spanish, French
    /\bhepatitis\b.{0,40}\bagudas?\b|\b(insuficiencia hepatica|fallo hepatico)\b/,
    /\bhepatite\b.{0,40}\baigue\b|\binsuffisance hepatique\b|\b(hepatite fulminante|hepatitis fulminante)\b/,
  ),
  except: NOT_LIVER_DISEASE,
};
/** SNOMED CT: cirrhosis. ICD-10: diseases of the liver, chronic viral hepatitis. */
const OTHER: Sought = {
  /** SNOMED CT: cirrhosis, steatosis. */
  codes: new Set(['19943007', '197321007']),
  icd10: ['K70', 'K71', 'K73', 'K74', 'K75', 'K76', 'B18', 'B19'],
  words: anyOf(
    /\b(cirrhosis|hepatitis|steatohepatitis|hepatopathy|fatty liver|N?AFLD|MASLD|NASH|MASH|(liver|hepatic) (steatosis|disease|disorder|fibrosis|impairment|insufficiency))\b/,
    // Spanish, French
    /\b(cirrosis|higado graso|esteatohepatitis|esteatosis hepatica|hepatopatia|(enfermedad|fibrosis) hepatica)\b/,
    /\b(cirrhose|hepatite|steatohepatite|steatose hepatique|foie gras|hepatopathie|(maladie|fibrose) (hepatique|du foie))\b/,
  ),
  except: NOT_LIVER_DISEASE,
};

const RESULT_DAYS = 365;
const BLOCKING_MULTIPLE = 5;
const CONFIRM_MULTIPLE = 3;
/** POLICY: stands in for a missing reference limit only to decide "raised"; no multiple is ever stated from it. U/L. */
const ASSUMED_UPPER_LIMIT = 40;
/** One microkatal is 60 units. */
const UNITS_PER_MICROKATAL = 60;

const REASONS = reasons('liver-stable', 'repeat-test-planned', 'specialist-agrees');

export type LiverFinding =
  | RawFinding<'acute-liver-disease', { readonly condition: RowFact }>
  | RawFinding<'liver-disease', { readonly condition: RowFact }>
  | RawFinding<'no-liver-result', NoFacts>
  | RawFinding<'liver-results-not-read', NoFacts>
  | RawFinding<'liver-test-raised', { readonly result: MeasuredFact }>
  | RawFinding<'liver-test-marked-high', { readonly test: RowFact }>
  | RawFinding<
      'liver-test-above-limit',
      {
        readonly result: MeasuredFact;
        /** More than so many times the laboratory's upper limit. */
        readonly times: number;
        /** In the unit of the result. */
        readonly upperLimit: number;
      }
    >;

export const checkLiver: Rule<LiverFinding> = {
  id: 'R15',
  basis: ['clinicNotesLiver', 'labelLiver', 'policy'],
  check: (patient) => [...diseases(patient), ...results(patient)],
};

function diseases({ chart, dayOf }: Case): LiverFinding[] {
  return chart.conditions.filter(isActive).flatMap((row): LiverFinding[] => {
    const found = { facts: { condition: conditionFact(row, dayOf) }, sources: [row.source] };
    if (isSought(row.concept, ACUTE)) return [{ ...found, code: 'acute-liver-disease', severity: 'blocks' }];
    return isSought(row.concept, OTHER)
      ? [{ ...found, code: 'liver-disease', severity: 'confirm', reasons: REASONS }]
      : [];
  });
}

function results(patient: Case): LiverFinding[] {
  const { chart, asOf, dayOf } = patient;
  const measured = chart.observations.filter(
    (row) =>
      ((isResult(row) && row.value.kind === 'quantity') || (isFinding(row) && isMarkedHigh(row))) &&
      isWithin(row.effective, RESULT_DAYS, asOf, dayOf),
  );
  const results = Object.values(LIVER_TESTS).map((test) =>
    measured.filter((row) => isSought(row.concept, test)),
  );
  if (results.every((rows) => rows.length === 0))
    return [
      {
        code: wasRead(patient, 'Observation') ? 'no-liver-result' : 'liver-results-not-read',
        facts: {},
        severity: 'informs',
        sources: [],
      },
    ];
  return results.flatMap((rows) => latestOf(rows, dayOf).flatMap((row) => judged(row, dayOf) ?? []));
}

function judged(row: ObservationRow, dayOf: DayOf): LiverFinding | null {
  const result = measuredFact(row, dayOf);
  const sources = [row.source];
  if (result === null) {
    const facts = { test: observationFact(row, dayOf) };
    return { code: 'liver-test-marked-high', facts, severity: 'confirm', sources, reasons: REASONS };
  }
  const { value, unit, comparator } = result;
  if (row.referenceHigh === null || row.referenceHigh <= 0)
    return isMarkedHigh(row) ||
      value * (/kat/i.test(unit ?? '') ? UNITS_PER_MICROKATAL : 1) > ASSUMED_UPPER_LIMIT
      ? { code: 'liver-test-raised', facts: { result }, severity: 'confirm', sources, reasons: REASONS }
      : null;
  const upperLimit = row.referenceHigh;
  const exceeds = (multiple: number) =>
    value > multiple * upperLimit || (value === multiple * upperLimit && comparator === '>');
  const above = (times: number) =>
    ({ code: 'liver-test-above-limit', facts: { result, times, upperLimit }, sources }) as const;
  if (exceeds(BLOCKING_MULTIPLE)) return { ...above(BLOCKING_MULTIPLE), severity: 'blocks' };
  return exceeds(CONFIRM_MULTIPLE)
    ? { ...above(CONFIRM_MULTIPLE), severity: 'confirm', reasons: REASONS }
    : null;
}
