/** Whether low-dose naltrexone may begin, and with which plan. */
import type { Chart } from '#lib/chart/chart.ts';
import { asksSlowerPlan } from '#lib/review/answered.ts';
import { earliestStartAllowed } from '#lib/review/earliest-start.ts';
import { review } from '#lib/review/review.ts';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { PRESETS } from '#lib/titration/propose-regimen.ts';
import { proposeTitration } from '#lib/titration/propose-titration.ts';
import type { Regimen } from '#lib/titration/regimen.ts';
import { GENTLE_PRESET } from '#lib/titration/slower-preset.ts';
import type { Asked, AssessOptions } from './asked.ts';
import { answersGiven } from './read-answers-file.ts';

export function askTitration(chart: Chart, options: AssessOptions): Asked {
  const { asOf, timeZone, recognise } = options;
  const judgement = judgeSafety(chart, {
    asOf,
    timeZone,
    recognise,
    jurisdiction: options.jurisdiction ?? null,
    preparation: options.regimen.preparation,
  });
  const answers = answersGiven(options.answers, judgement.findings);
  const earliestStart = earliestStartAllowed(judgement, answers);
  const regimen = fitted(options, judgement, earliestStart, asksSlowerPlan(judgement, answers));
  const proposal = proposeTitration(regimen, { asOf, earliestStart });
  const reviewed = review(judgement, proposal, answers);
  return { judgement, answers, proposal, reviewed, outcome: reviewed.outcome, followUp: null };
}

/** Where nobody says otherwise the plan starts as early as it may, is as slow as the answers ask, and has the filler that the chart calls for. */
function fitted(
  { regimen, leftOpen }: AssessOptions,
  judgement: Judgement,
  earliestStart: CalendarDate,
  isSlower: boolean,
): Regimen {
  return {
    ...regimen,
    ...(isSlower && leftOpen.schedule ? PRESETS[GENTLE_PRESET[regimen.preparation]] : {}),
    startDate: leftOpen.startDate ? earliestStart : regimen.startDate,
    filler: leftOpen.filler && regimen.preparation === 'capsules' ? judgement.filler : regimen.filler,
  };
}
