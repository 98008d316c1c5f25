/** A chart, judged for a follow-up, as the decision asks for it: the one way from a chart to a visit, for the screens and the command line. */
import type { Chart } from '#lib/chart/chart.ts';
import type { OrderedTitration } from '#lib/order/standing/standing-plan.ts';
import type { Answers } from '#lib/review/reviewed-plan.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { Recogniser } from '#lib/terminology/recognition.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import type { FollowUpAnswers } from './follow-up-answers.ts';
import { naltrexoneElsewhere } from './naltrexone-elsewhere.ts';
import { painScores } from './pain-scores.ts';
import type { AtVisit } from './situation.ts';

export interface ChartAtVisit {
  readonly chart: Chart;
  /** Made with `purpose: 'follow-up'`. */
  readonly judgement: Judgement;
  readonly safetyAnswers: Answers;
  /** Orders of this app, as the EHR holds them now. */
  readonly own: readonly OrderedTitration[];
  readonly answers: FollowUpAnswers;
  readonly recognise: Recogniser;
}

export function atVisit({ chart, judgement, safetyAnswers, own, answers, recognise }: ChartAtVisit): AtVisit {
  const { asOf, timeZone } = judgement;
  return {
    judgement,
    safetyAnswers,
    answers,
    orders: { own, elsewhere: naltrexoneElsewhere(chart, { asOf, timeZone, recognise }) },
    scores: painScores(chart.observations, clinicDays(timeZone), asOf),
  };
}
