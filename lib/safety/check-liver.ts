/** R15: the liver. The label warns at 50 mg; clinical notes see no significant concern at low dose; both are shown. */
import type { ObservationRow } from '../chart/chart.ts';
import { daysBetween } from '../fhir/calendar-date.ts';
import { conceptWords, isSought, type Sought } from './concept.ts';
import { isActive } from './condition-standing.ts';
import { hasCode, isMarkedHigh, isResult } from './observation.ts';
import type { Case, RawFinding, Rule } from './rule.ts';

/** SNOMED CT: acute hepatitis, hepatic failure. ICD-10: acute viral hepatitis, hepatic failure. */
const ACUTE: Sought = {
  codes: new Set(['37871000', '59927004']),
  icd10: ['B15', 'B16', 'B17', 'K72'],
  words: /\bacute\b.*\bhepatitis\b|\b(liver|hepatic) failure\b/i,
};
/** SNOMED CT: cirrhosis. ICD-10: diseases of the liver, chronic viral hepatitis. */
const OTHER: Sought = {
  codes: new Set(['19943007']),
  icd10: ['K70', 'K71', 'K73', 'K74', 'K75', 'K76', 'B18', 'B19'],
  words:
    /\b(cirrhosis|hepatitis|steatohepatitis|hepatopathy|fatty liver|(liver|hepatic) (disease|disorder|fibrosis|impairment|insufficiency))\b/i,
};
const NOT_LIVER_DISEASE = /\b(vaccin\w*|immuni[sz]ation|screening|exposure|history of|carrier screening)\b/i;

/** LOINC: ALT, AST. */
const TRANSAMINASES = new Set(['1742-6', '1920-8']);
const RESULT_DAYS = 365;
const BLOCKING_MULTIPLE = 5;
const CONFIRM_MULTIPLE = 3;
/** POLICY: stands in for a missing reference limit only to decide "raised"; no multiple is ever stated from it. U/L. */
const ASSUMED_UPPER_LIMIT = 40;

const REASONS = [
  'Liver disease known and stable, risk discussed',
  'Repeat test planned before the first step up',
  'Specialist advice taken',
];

export const checkLiver: Rule = {
  id: 'R15',
  title: 'Liver',
  basis: ['clinicNotesLiver', 'labelLiver', 'policy'],
  check: (patient) => [...diseases(patient), ...results(patient)],
};

function diseases({ chart }: Case): RawFinding[] {
  return chart.conditions.filter(isActive).flatMap((condition): RawFinding[] => {
    const words = conceptWords(condition.concept);
    if (NOT_LIVER_DISEASE.test(words)) return [];
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

function results({ chart, asOf, dayOf }: Case): RawFinding[] {
  const dated = chart.observations
    .filter((row) => isResult(row) && hasCode(row, TRANSAMINASES) && row.value.kind === 'quantity')
    .map((row) => ({ row, day: dayOf(row.effective) }))
    .filter(({ day }) => day !== null && daysBetween(day, asOf) <= RESULT_DAYS);
  if (dated.length === 0)
    return [{ severity: 'informs', message: 'No ALT or AST result within 12 months.', sources: [] }];
  const latest = new Map<string, ObservationRow>();
  for (const { row } of dated.sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1)))
    latest.set(conceptWords(row.concept), row);
  return [...latest.values()].flatMap((row) => judged(row, dayOf(row.effective) ?? ''));
}

function judged(row: ObservationRow, day: string): RawFinding[] {
  if (row.value.kind !== 'quantity') return [];
  const { value, unit, comparator } = row.value;
  const shown = `${conceptWords(row.concept)} ${comparator ?? ''}${value}${unit === null ? '' : ` ${unit}`}, ${day}`;
  const sources = [row.source];
  if (row.referenceHigh === null || row.referenceHigh <= 0)
    return isMarkedHigh(row) || value > ASSUMED_UPPER_LIMIT
      ? [
          {
            severity: 'confirm',
            message: `${shown}: raised; the result gives no reference limit.`,
            sources,
            reasons: REASONS,
          },
        ]
      : [];
  const multiple = value / row.referenceHigh;
  const words = `${shown}: more than ${multiple > BLOCKING_MULTIPLE ? BLOCKING_MULTIPLE : CONFIRM_MULTIPLE} times the upper limit of ${row.referenceHigh}.`;
  if (multiple > BLOCKING_MULTIPLE) return [{ severity: 'blocks', message: words, sources }];
  return multiple > CONFIRM_MULTIPLE
    ? [{ severity: 'confirm', message: words, sources, reasons: REASONS }]
    : [];
}
