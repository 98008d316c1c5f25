/** Opioid use disorder, dependence, agonist therapy and withdrawal, as problems and as reasons of encounters. */
import type { ChartConcept, ConditionRow } from '#lib/chart/chart.ts';
import { conditionFact, namesOf } from '#lib/safety/chart-facts.ts';
import { isSought } from '#lib/safety/concept.ts';
import { counts, isActive, lastMentioned } from '#lib/safety/condition.ts';
import { present } from '#lib/safety/exposure/exposure.ts';
import type { RowFact } from '#lib/safety/row-fact.ts';
import type { Case } from '#lib/safety/rule.ts';
import { OPIOID_USE_DISORDER, REMISSION } from '#lib/terminology/codes/opioid-use-disorder.ts';
import { type CalendarDate, daysBetween, latest } from '#lib/time/calendar-date.ts';

/** Encounters and their diagnoses count for this long. */
const RECENT_DAYS = 365;

interface OpioidUseDisorder {
  readonly row: RowFact;
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
      const remission = condition.state === 'in-remission' || isSought(condition.concept, REMISSION);
      const day = lastMentioned(condition, dayOf);
      const recent = day === null || daysBetween(day, asOf) <= RECENT_DAYS;
      const treated = lastTreated(condition, patient);
      const isTreated = treated !== null && daysBetween(treated, asOf) <= RECENT_DAYS;
      const ofEncounter =
        condition.categories.includes('encounter-diagnosis') &&
        !condition.categories.includes('problem-list-item');
      return {
        row: conditionFact(condition, dayOf),
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
    if (reason === undefined || encounter.state === 'void') return [];
    const day = dayOf(encounter.end) ?? dayOf(encounter.start);
    return [
      {
        row: { source: encounter.source, words: namesOf(reason), day },
        active: !isSought(reason, REMISSION) && (day === null || daysBetween(day, asOf) <= RECENT_DAYS),
      },
    ];
  });
}
