/** R15: the liver. The label warns at 50 mg; clinical notes see no significant concern at low dose; both are shown. */
import type { ObservationRow } from '#lib/chart/chart.ts';
import { isSought, type Sought, shownWords } from '#lib/safety/concept.ts';
import { conditionWords, isActive, isWithin } from '#lib/safety/condition-standing.ts';
import { dated } from '#lib/safety/dated.ts';
import { isMarkedHigh, isResult, latestOf } from '#lib/safety/observation.ts';
import { reasons } from '#lib/safety/reasons.ts';
import { type Case, type Rule, type WordedFinding, wasRead } from '#lib/safety/rule.ts';
import { LIVER_TESTS } from '#lib/terminology/codes/liver-tests.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';

const NOT_LIVER_DISEASE =
  /\b(vaccin\w*|immuni[sz]\w*|immune|immunity|screen\w*|exposure|contact with|(family )?history|risk|ruled out)\b/i;

/** SNOMED CT: acute hepatitis, hepatic failure. ICD-10: acute viral hepatitis, hepatic failure. */
const ACUTE: Sought = {
  codes: new Set(['37871000', '59927004']),
  icd10: ['B15', 'B16', 'B17', 'K70.4', 'K71.1', 'K72'],
  words: /\bacute\b.{0,80}\bhepatitis\b|\b(liver|hepatic) failure\b/i,
  except: NOT_LIVER_DISEASE,
};
/** SNOMED CT: cirrhosis. ICD-10: diseases of the liver, chronic viral hepatitis. */
const OTHER: Sought = {
  /** SNOMED CT: cirrhosis, steatosis. */
  codes: new Set(['19943007', '197321007']),
  icd10: ['K70', 'K71', 'K73', 'K74', 'K75', 'K76', 'B18', 'B19'],
  words:
    /\b(cirrhosis|hepatitis|steatohepatitis|hepatopathy|fatty liver|N?AFLD|MASLD|NASH|MASH|(liver|hepatic) (steatosis|disease|disorder|fibrosis|impairment|insufficiency))\b/i,
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

export const checkLiver: Rule = {
  id: 'R15',
  basis: ['clinicNotesLiver', 'labelLiver', 'policy'],
  check: (patient) => [...diseases(patient), ...results(patient)],
};

function diseases({ chart, dayOf }: Case): WordedFinding[] {
  return chart.conditions.filter(isActive).flatMap((condition): WordedFinding[] => {
    const words = conditionWords(condition, dayOf);
    if (isSought(condition.concept, ACUTE))
      return [{ severity: 'blocks', message: `${words} on the chart.`, sources: [condition.source] }];
    return isSought(condition.concept, OTHER)
      ? [
          {
            severity: 'confirm',
            message: `${words} on the chart: liver disease.`,
            sources: [condition.source],
            reasons: REASONS,
          },
        ]
      : [];
  });
}

function results(patient: Case): WordedFinding[] {
  const { chart, asOf, dayOf } = patient;
  const measured = chart.observations.filter(
    (row) =>
      isResult(row) && row.value.kind === 'quantity' && isWithin(row.effective, RESULT_DAYS, asOf, dayOf),
  );
  const results = Object.values(LIVER_TESTS).map((test) =>
    measured.filter((row) => isSought(row.concept, test)),
  );
  if (results.every((rows) => rows.length === 0))
    return [
      {
        severity: 'informs',
        message: wasRead(patient, 'Observation')
          ? 'No ALT or AST result within 12 months.'
          : 'ALT and AST: the results of this chart were not read.',
        sources: [],
      },
    ];
  return results.flatMap((rows) => latestOf(rows, dayOf).flatMap((row) => judged(row, dayOf(row.effective))));
}

function judged(row: ObservationRow, day: CalendarDate | null): WordedFinding[] {
  if (row.value.kind !== 'quantity') return [];
  const { value, unit, comparator } = row.value;
  const shown = dated(
    `${shownWords(row.concept)} ${comparator ?? ''}${value}${unit === null ? '' : ` ${unit}`}`,
    day,
  );
  const sources = [row.source];
  if (row.referenceHigh === null || row.referenceHigh <= 0)
    return isMarkedHigh(row) ||
      value * (/kat/i.test(unit ?? '') ? UNITS_PER_MICROKATAL : 1) > ASSUMED_UPPER_LIMIT
      ? [
          {
            severity: 'confirm',
            message: `${shown}: raised; the result gives no reference limit.`,
            sources,
            reasons: REASONS,
          },
        ]
      : [];
  const limit = row.referenceHigh;
  const exceeds = (multiple: number) =>
    value > multiple * limit || (value === multiple * limit && comparator === '>');
  const words = (multiple: number) => `${shown}: more than ${multiple} times the upper limit of ${limit}.`;
  if (exceeds(BLOCKING_MULTIPLE)) return [{ severity: 'blocks', message: words(BLOCKING_MULTIPLE), sources }];
  return exceeds(CONFIRM_MULTIPLE)
    ? [{ severity: 'confirm', message: words(CONFIRM_MULTIPLE), sources, reasons: REASONS }]
    : [];
}
