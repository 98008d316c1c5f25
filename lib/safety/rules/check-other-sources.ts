/** R09: what no chart shows. Always asked: the patient, and the monitoring record where the country keeps one. */

import { countryFacts, type MonitoringRecord, type SoldOpioid } from '#lib/safety/country-facts.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { WASHOUT_DAYS_LONG } from '#lib/safety/exposure/washout.ts';
import { medicationFact } from '#lib/safety/medication-fact.ts';
import { isOpioid } from '#lib/safety/opioid-verdict.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { Case, RawFinding, Rule } from '#lib/safety/rule.ts';
import { daysBetween } from '#lib/time/calendar-date.ts';
import { ageInYears } from './patient-age.ts';
import { hasPregnancyResult } from './pregnancy.ts';

/** Women of these ages, and patients whose sex the chart does not tell, without a pregnancy result are asked (POLICY). */
const ASK_PREGNANCY_FROM_AGE = 12;
const ASK_PREGNANCY_TO_AGE = 55;

/** Left-over tablets of an as-needed opioid are asked about for this long (POLICY). */
const LEFTOVER_DAYS = 365;

export type OtherSourcesFinding = RawFinding<
  'other-opioid-sources',
  {
    /** As-needed opioids that are over, whose tablets may still be at home. */
    readonly leftovers: readonly MedicationFact[];
    /** Null in a country that keeps none. */
    readonly monitoringRecord: MonitoringRecord | null;
    readonly overTheCounter: readonly SoldOpioid[];
    readonly asksPregnancy: boolean;
  }
>;

export const checkOtherSources: Rule<OtherSourcesFinding> = {
  id: 'R09',
  basis: ['clinicNotes', 'guidelineSummary', 'policy'],
  check: (patient) => {
    const leftovers = patient.medications.filter((medication) => mayBeLeftOver(medication, patient));
    const asksPregnancy = mustAskPregnancy(patient);
    const { monitoringRecord, overTheCounter } = countryFacts(patient.jurisdiction);
    const asked = { monitoringRecord, overTheCounter, asksPregnancy };
    return [
      {
        code: 'other-opioid-sources',
        facts: {
          leftovers: leftovers.map((medication) => medicationFact(medication, patient.dayOf)),
          ...asked,
        },
        severity: 'confirm',
        sources: leftovers.map(({ row }) => row.source),
        reasons:
          monitoringRecord === null
            ? reasons('patient-asked')
            : reasons('monitoring-checked', 'no-monitoring-record'),
        question: { kind: 'monitoring-and-interview', washoutDays: WASHOUT_DAYS_LONG, ...asked },
      },
    ];
  },
};

/** An ended as-needed opioid whose tablets may still be at home. */
function mayBeLeftOver({ row, recognition, exposure, use }: JudgedMedication, { asOf }: Case): boolean {
  if (!isOpioid(recognition) || (use !== 'past' && use !== 'recent')) return false;
  if (!row.dosage.some(({ asNeeded }) => asNeeded)) return false;
  const day =
    exposure.kind === 'ended' ? exposure.lastDay : exposure.kind === 'long-ended' ? exposure.from : null;
  return day === null || daysBetween(day, asOf) <= LEFTOVER_DAYS;
}

function mustAskPregnancy(patient: Case): boolean {
  if (patient.chart.patient.sex === 'male' || hasPregnancyResult(patient)) return false;
  const age = ageInYears(patient.chart.patient.birthDate, patient.asOf, patient.dayOf);
  return age === null || (age.most >= ASK_PREGNANCY_FROM_AGE && age.least <= ASK_PREGNANCY_TO_AGE);
}
