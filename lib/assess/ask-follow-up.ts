/** What to do for a patient who is on low-dose naltrexone, and the draft that follows. */
import type { Chart } from '#lib/chart/chart.ts';
import { answeredPeg } from '#lib/follow-up/answered-peg.ts';
import { atVisit } from '#lib/follow-up/at-visit.ts';
import { followUpPlan } from '#lib/follow-up/follow-up-plan.ts';
import { judgeResponse } from '#lib/follow-up/judge-response.ts';
import type { Response } from '#lib/follow-up/response.ts';
import { preparationOf } from '#lib/follow-up/treatment.ts';
import { orderedTitrations } from '#lib/order/standing/standing-plan.ts';
import { asksSlowerPlan } from '#lib/review/answered.ts';
import { earliestStartAllowed } from '#lib/review/earliest-start.ts';
import { type Review, review } from '#lib/review/review.ts';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import type { Words } from '#lib/words/words-for.ts';
import type { Asked, AssessOptions, AssessOutcome, FollowUpAsked } from './asked.ts';
import { answersGiven } from './read-answers-file.ts';

export function askFollowUp(words: Words, chart: Chart, options: AssessOptions, asked: FollowUpAsked): Asked {
  const { asOf, timeZone, recognise, regimen, leftOpen } = options;
  const own = orderedTitrations(options.ownOrders ?? [], { said: words.order.said, journal: null });
  const preparation = asked.preparation ?? preparationOf(own);
  const judgement = judgeSafety(chart, {
    asOf,
    timeZone,
    recognise,
    jurisdiction: options.jurisdiction ?? null,
    preparation,
    purpose: 'follow-up',
  });
  const answers = answersGiven(options.answers, judgement.findings);
  const response = judgeResponse(
    atVisit({
      chart,
      judgement,
      safetyAnswers: answers,
      own,
      answers: asked.answers,
      answered: answeredPeg(options.resources ?? [], {
        isOfPatient: (subject) => `/${subject}`.endsWith(`/${judgement.patient}`),
        dayOf: clinicDays(timeZone),
        today: asOf,
      }),
      recognise,
    }),
  );
  const choices = {
    preparation,
    strengths: asked.strengths,
    filler: leftOpen.filler ? judgement.filler : regimen.filler,
    firstNight: leftOpen.startDate ? null : regimen.startDate,
    repeats: 0,
    isSlower: asksSlowerPlan(judgement, answers),
  };
  const limits = { asOf, earliestStart: earliestStartAllowed(judgement, answers) };
  const proposal = followUpPlan(response, choices, limits);
  const reviewed = review(judgement, proposal ?? { faults: [] }, answers);
  return {
    judgement,
    answers,
    proposal,
    reviewed,
    outcome: outcomeOf(response, reviewed),
    followUp: printed(words, response),
  };
}

/** An outcome without a draft leaves what blocks, and what is unanswered, as it is. */
function outcomeOf({ outcome, draft }: Response, reviewed: Review): AssessOutcome {
  if (outcome === 'stop') return 'blocked';
  if (outcome === 'cannot-tell' || outcome === 'more-data')
    return reviewed.outcome === 'blocked' ? 'blocked' : 'cannot-tell';
  const isAllAnswered = reviewed.outcome === 'needs-confirmation' && reviewed.unanswered.length === 0;
  return draft === null && isAllAnswered ? 'no-draft' : reviewed.outcome;
}

function printed(words: Words, response: Response): object {
  const { outcome, row, dose, facts, contradictions, draft, basis } = response;
  const { because, currentDose, ...told } = facts;
  return {
    outcome,
    row,
    doseMg: dose === null ? null : dose / 1000,
    facts: {
      currentDoseMg: currentDose === null ? null : currentDose / 1000,
      ...told,
      because: because.map(({ key }) => key),
      contradictions,
    },
    message: words.response.responseMessage(response),
    basis: words.response.basisWords(basis),
    draftKind: draft?.kind ?? null,
  };
}
