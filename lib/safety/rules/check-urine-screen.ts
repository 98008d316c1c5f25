/** R11: a positive urine test for opioids. */
import type { ObservationRow } from '#lib/chart/chart.ts';
import { conceptName } from '#lib/chart/concept.ts';
import { observationFact } from '#lib/safety/chart-facts.ts';
import { isSought, type Sought, says } from '#lib/safety/concept.ts';
import { hasCode, isFinding, type Presence, presence } from '#lib/safety/observation.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { RowFact } from '#lib/safety/row-fact.ts';
import type { Case, RawFinding, Rule } from '#lib/safety/rule.ts';
import {
  CUTOFF,
  IN_URINE,
  NO_DRUG_TEST,
  URINE_OPIOID_TESTS,
} from '#lib/terminology/codes/urine-opioid-tests.ts';
import { type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';

/** What a test looks for. */
const ANALYTES: Readonly<Record<string, Sought>> = URINE_OPIOID_TESTS;
const SAYS_POSITIVE = /\b(pos(itive|itiv[oa]|itif)?|detected|detectad[oa]|presente?|presumptive)\b/i;

/** A positive test this recent blocks (POLICY, with the label's contraindication). */
const RECENT_DAYS = 30;

interface Tested {
  /** A partial date counts as the day that is worse. */
  readonly test: RowFact;
  readonly result: Exclude<Presence, 'negative'>;
}

export type UrineScreenFinding =
  | RawFinding<'opioid-test-positive', Tested>
  | RawFinding<'opioid-test-positive-earlier', Tested>
  /** Unclear, or not said to be of urine. */
  | RawFinding<'opioid-test-in-doubt', Tested>
  | RawFinding<'opioid-test-later-negative', Tested & { readonly negativeOn: CalendarDate }>;

export const checkUrineScreen: Rule<UrineScreenFinding> = {
  id: 'R11',
  basis: ['labelContraindications', 'labelUrineTests'],
  check: (patient) => {
    const tests = urineTests(patient);
    return tests.flatMap(({ row, day, says: result }): UrineScreenFinding[] => {
      if (result === 'negative') return [];
      const facts = { test: { ...observationFact(row, patient.dayOf), day }, result };
      const sources = [row.source];
      if (day !== null && daysBetween(day, patient.asOf) > RECENT_DAYS)
        return result === 'positive'
          ? [{ code: 'opioid-test-positive-earlier', facts, severity: 'informs', sources }]
          : [];
      const later = tests.find(
        (other) =>
          other.says === 'negative' &&
          other.day !== null &&
          day !== null &&
          other.day >= day &&
          row.analytes.some((analyte) => other.row.analytes.includes(analyte)),
      );
      if (later === undefined && result === 'positive' && row.inUrine)
        return [{ code: 'opioid-test-positive', facts, severity: 'blocks', sources }];
      const asked = {
        severity: 'confirm',
        reasons: reasons('confirmatory-test-negative', 'false-positive-explained', 'given-in-hospital'),
      } as const;
      return later === undefined || later.day === null
        ? [{ ...asked, code: 'opioid-test-in-doubt', facts, sources }]
        : [
            {
              ...asked,
              code: 'opioid-test-later-negative',
              facts: { ...facts, negativeOn: later.day },
              sources: [...sources, later.row.source],
            },
          ];
    });
  },
};

/**
 * A panel that is negative for another opioid says nothing of this one: a test goes with what it looks for. Where neither code nor
 * name says urine, a positive result is asked about; a drug screen that names an opioid in its words alone is too.
 */
function urineTests({ chart, dayOf }: Case) {
  return chart.observations.filter(isFinding).flatMap((row) => {
    const analytes = analytesIn((sought) => isSought(row.concept, sought));
    const hasUrineCode = Object.values(ANALYTES).some(
      ({ codes }) => codes !== undefined && hasCode(row, codes),
    );
    const inUrine =
      hasUrineCode ||
      isSought(row.concept, IN_URINE) ||
      row.measuredIn.some((text) => isSought({ codings: [], text }, IN_URINE));
    if (!hasUrineCode && isSought(row.concept, CUTOFF)) return [];
    const says = presence(row);
    if (analytes.length === 0) {
      const found = inUrine && namesOpioid(row) ? 'unclear' : null;
      return found === null ? [] : [test(row, analytes, inUrine, found)];
    }
    return inUrine || (says === 'positive' && !isSought(row.concept, NO_DRUG_TEST))
      ? [test(row, analytes, inUrine, says)]
      : [];
  });

  function test(row: ObservationRow, analytes: readonly string[], inUrine: boolean, says: Presence) {
    // A partial date counts as the day that is worse: late for a positive test, early for the negative one that would clear it.
    const day = dayOf(row.effective, says === 'negative' ? 'earliest' : 'latest');
    return { row: { ...row, analytes, inUrine }, day, says };
  }
}

function analytesIn(isFound: (sought: Sought) => boolean): string[] {
  return Object.keys(ANALYTES).filter((name) => isFound(ANALYTES[name] ?? {}));
}

/** "Positive for fentanyl and THC" */
function namesOpioid({ value }: ObservationRow): boolean {
  const words =
    value.kind === 'text' ? value.text : value.kind === 'concept' ? conceptName(value.concept) : null;
  return (
    words !== null && SAYS_POSITIVE.test(words) && analytesIn((sought) => says(words, sought)).length > 0
  );
}
