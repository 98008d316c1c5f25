/** R11: a positive urine test for opioids. */
import { daysBetween } from '../fhir/calendar-date.ts';
import { conceptWords } from './concept.ts';
import { hasCode, isResult, presence } from './observation.ts';
import type { Case, RawFinding, Rule } from './rule.ts';

/** LOINC: opiates (two), methadone, buprenorphine, fentanyl, oxycodone in urine. */
const URINE_OPIOID_TESTS = new Set(['3879-4', '19295-5', '19550-3', '93494-3', '59673-4', '19642-8']);
const URINE_OPIOID_WORDS =
  /(urine|\bUDS\b|drug screen|toxicology).*(opiate|opioid|morphine|codeine|methadone|buprenorphine|fentanyl|oxycodone|hydrocodone|heroin|6-?MAM)|(opiate|opioid|morphine|methadone|buprenorphine|fentanyl|oxycodone).*(urine|drug screen)/i;

/** A positive test this recent blocks (POLICY, with the label's contraindication). */
const RECENT_DAYS = 30;

export const checkUrineScreen: Rule = {
  id: 'R11',
  title: 'Urine test for opioids',
  basis: ['labelContraindications', 'labelUrineTests'],
  check: (patient) => {
    const tests = urineTests(patient);
    const doubtful = tests.filter(({ says }) => says !== 'negative');
    return doubtful.flatMap(({ row, day, says }): RawFinding[] => {
      const words = `${conceptWords(row.concept)} ${says === 'positive' ? 'positive' : 'unclear'}, ${day ?? 'date not recorded'}`;
      const sources = [row.source];
      if (day !== null && daysBetween(day, patient.asOf) > RECENT_DAYS)
        return says === 'positive'
          ? [{ severity: 'informs', message: `${words}: older positive screen.`, sources }]
          : [];
      const later = tests.find(
        (other) =>
          other.says === 'negative' &&
          other.day !== null &&
          day !== null &&
          other.day >= day &&
          other.row !== row,
      );
      if (later === undefined && says === 'positive')
        return [
          {
            severity: 'blocks',
            message: `${words}: positive opioid screen. Naltrexone may interfere with later ones.`,
            sources,
          },
        ];
      return [
        {
          severity: 'confirm',
          message:
            later === undefined
              ? `${words}: does it show an opioid?`
              : `${words}; a later test of ${later.day} is negative. Is the negative one confirmatory?`,
          sources: later === undefined ? sources : [...sources, later.row.source],
          reasons: [
            'Confirmatory test is negative',
            'False positive explained (other medicine or food), patient asked',
            'Result belongs to a medicine given in hospital, now over',
          ],
        },
      ];
    });
  },
};

function urineTests({ chart, dayOf }: Case) {
  return chart.observations
    .filter(
      (row) =>
        isResult(row) &&
        (hasCode(row, URINE_OPIOID_TESTS) || URINE_OPIOID_WORDS.test(conceptWords(row.concept))),
    )
    .map((row) => ({ row, day: dayOf(row.effective), says: presence(row) }));
}
