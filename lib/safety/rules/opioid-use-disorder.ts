/** Opioid use disorder, dependence, agonist therapy and withdrawal, as problems and as reasons of encounters. */
import type { ChartConcept, ConditionRow } from '#lib/chart/chart.ts';
import { conceptWords, isSought, type Sought } from '#lib/safety/concept.ts';
import { conditionWords, counts, isActive, lastMentioned } from '#lib/safety/condition-standing.ts';
import { dated } from '#lib/safety/dated.ts';
import { present } from '#lib/safety/exposure/exposure.ts';
import type { Case } from '#lib/safety/rule.ts';
import { type CalendarDate, daysBetween, latest } from '#lib/time/calendar-date.ts';

const IN_REMISSION_ICD9 = ['304.03', '304.73', '305.53'];

const OPIOID_USE_DISORDER: Sought = {
  /** SNOMED CT: dependence, dependence in remission, agonist therapy, withdrawal. ICD-9-CM: dependence, abuse, in remission. */
  codes: new Set([
    ...['75544000', '191821007', '1081000119105', '87132004'],
    ...['304.00', '304.01', '304.02', '304.70', '304.71', '304.72', '305.50', '305.51', '305.52'],
    ...IN_REMISSION_ICD9,
  ]),
  icd10: ['F11'],
  words:
    /\b(opioid|opiate|heroin|methadone|narcotic)s?\b.{0,80}\b(use disorder|use,? unspecified|users?|dependen\w+|abuse|addiction|misuse|withdrawal|maintenance|agonist therapy)\b|\b(dependen\w+|addiction|withdrawal)\b.{0,80}\b(opioid|opiate|heroin)s?\b/i,
  except: /\b(family history|screen\w*|at risk|risk of|denies|no history|ruled out)\b/i,
};

const REMISSION: Sought = {
  codes: new Set(['191821007', ...IN_REMISSION_ICD9]),
  icd10: ['F11.11', 'F11.21', 'F11.91'],
  words: /\bremission\b/i,
};

/** Encounters and their diagnoses count for this long. */
const RECENT_DAYS = 365;

export interface OpioidUseDisorder {
  readonly source: string;
  readonly words: string;
  /** Active on the problem list, or treated within the last 12 months. */
  readonly active: boolean;
}

export function saysOpioidUseDisorder(concept: ChartConcept): boolean {
  return isSought(concept, OPIOID_USE_DISORDER);
}

export function opioidUseDisorders(patient: Case): readonly OpioidUseDisorder[] {
  return [...onTheProblemList(patient), ...inEncounters(patient)];
}

export function hasOpioidUseDisorder(patient: Case): boolean {
  return opioidUseDisorders(patient).length > 0;
}

function onTheProblemList(patient: Case): OpioidUseDisorder[] {
  const { chart, asOf, dayOf } = patient;
  return chart.conditions
    .filter((condition) => counts(condition) && isSought(condition.concept, OPIOID_USE_DISORDER))
    .map((condition) => {
      const remission = condition.clinicalStatus === 'remission' || isSought(condition.concept, REMISSION);
      const day = lastMentioned(condition, dayOf);
      const recent = day === null || daysBetween(day, asOf) <= RECENT_DAYS;
      const treated = lastTreated(condition, patient);
      const isTreated = treated !== null && daysBetween(treated, asOf) <= RECENT_DAYS;
      const ofEncounter =
        condition.categories.includes('encounter-diagnosis') &&
        !condition.categories.includes('problem-list-item');
      return {
        source: condition.source,
        words: conditionWords(condition, dayOf),
        active: !remission && (isTreated || (ofEncounter ? recent : isActive(condition))),
      };
    });
}

/** Day of the last encounter that the condition was a diagnosis of. */
function lastTreated({ source, encounter: own }: ConditionRow, { chart, dayOf }: Case): CalendarDate | null {
  return latest(
    present(
      chart.encounters
        .filter(({ source: encounter, conditions }) => encounter === own || conditions.includes(source))
        .map(({ end, start }) => dayOf(end) ?? dayOf(start)),
    ),
  );
}

function inEncounters({ chart, asOf, dayOf }: Case): OpioidUseDisorder[] {
  return chart.encounters.flatMap((encounter) => {
    const reason: ChartConcept | undefined = encounter.reasons.find((concept) =>
      isSought(concept, OPIOID_USE_DISORDER),
    );
    if (reason === undefined || encounter.status === 'cancelled' || encounter.status === 'entered-in-error')
      return [];
    const day = dayOf(encounter.end) ?? dayOf(encounter.start);
    return [
      {
        source: encounter.source,
        words: dated(conceptWords(reason), day),
        active: !isSought(reason, REMISSION) && (day === null || daysBetween(day, asOf) <= RECENT_DAYS),
      },
    ];
  });
}
