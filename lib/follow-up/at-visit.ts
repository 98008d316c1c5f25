/** A chart, judged for a follow-up, as the decision asks for it: the one way from a chart to a visit, for the screens and the command line. */
import type { Chart } from '#lib/chart/chart.ts';
import type { OrderedTitration } from '#lib/order/standing/standing-plan.ts';
import type { Answers } from '#lib/review/reviewed-plan.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { Recogniser } from '#lib/terminology/recognition.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import type { FollowUpAnswers } from './follow-up-answers.ts';
import { naltrexoneElsewhere } from './naltrexone-elsewhere.ts';
import { type PainScore, painScores } from './pain-scores.ts';
import type { KnownOrders } from './treatment.ts';

export interface AtVisit {
  /** Made with `purpose: 'follow-up'`. */
  readonly judgement: Judgement;
  /** What the prescriber answered to the questions of the judgement. */
  readonly safetyAnswers: Answers;
  readonly orders: KnownOrders;
  /** Newest first. */
  readonly scores: readonly PainScore[];
  readonly answers: FollowUpAnswers;
}

interface ChartAtVisit {
  readonly chart: Chart;
  /** Made with `purpose: 'follow-up'`. */
  readonly judgement: Judgement;
  readonly safetyAnswers: Answers;
  /** Orders of this app, as the EHR holds them now. */
  readonly own: readonly OrderedTitration[];
  readonly answers: FollowUpAnswers;
  /** Scores from questionnaires that the EHR keeps beside the chart, newest first. */
  readonly answered?: readonly PainScore[];
  readonly recognise: Recogniser;
}

/** Scores of the chart and of questionnaires as one list; naltrexone of others beside the orders of this app. Pure. */
export function atVisit({
  chart,
  judgement,
  safetyAnswers,
  own,
  answers,
  answered = [],
  recognise,
}: ChartAtVisit): AtVisit {
  const { asOf, timeZone } = judgement;
  return {
    judgement,
    safetyAnswers,
    answers,
    orders: { own, elsewhere: naltrexoneElsewhere(chart, { asOf, timeZone, recognise }) },
    scores: together(painScores(chart.observations, clinicDays(timeZone), asOf), answered),
  };
}

/** Newest first; the chart's own of a day and a measure stands for a second telling of it. */
function together(ofChart: readonly PainScore[], answered: readonly PainScore[]): readonly PainScore[] {
  const known = new Set(ofChart.map(({ day, measure }) => `${day} ${measure}`));
  const others = answered.filter(({ day, measure }) => !known.has(`${day} ${measure}`));
  return [...ofChart, ...others].toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}
