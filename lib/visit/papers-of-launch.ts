/** What the papers of a launch are written from: the treatment as the orders say it, and the operation that the chart names. */
import type { TreatmentOnPaper } from '#lib/handout/treatment.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { followUpOf, hasTreatment, isFollowUp } from './follow-up-of-launch.ts';
import type { OpenChart } from './open-chart.ts';
import { planToHandOut } from './plan-to-hand-out.ts';

export interface PapersOfLaunch {
  readonly treatment: TreatmentOnPaper;
  /** The soonest operation of a known day; null where the chart names none. */
  readonly operation: CalendarDate | null;
}

/** Null where nothing is taken and nothing ordered: there is nothing to tell anybody. */
export async function papersOf(opened: OpenChart): Promise<PapersOfLaunch | null> {
  const plan = await planToHandOut(opened);
  const isTaken = isFollowUp(opened) || hasTreatment(opened);
  if (plan === null && !isTaken) return null;
  const { judgement, response } = await followUpOf(opened);
  const { currentDose, firstNight } = response.facts;
  return {
    treatment: {
      taken: currentDose === null ? null : { dose: currentDose, begins: firstNight },
      steps: plan?.phases ?? [],
    },
    operation: soonestOperation(judgement),
  };
}

function soonestOperation({ findings }: Judgement): CalendarDate | null {
  const days = findings.flatMap((finding) =>
    finding.code === 'operation-booked' && finding.facts.operation.earliest === finding.facts.operation.day
      ? [finding.facts.operation.day]
      : [],
  );
  return days.sort()[0] ?? null;
}
