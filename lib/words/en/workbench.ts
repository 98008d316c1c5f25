/** What of the words goes to the browser with the plan. */
import { clockTime, isoDay, monthAbbreviation, screenDate, shortDay } from './dates.ts';
import { milligrams, supplyItem, unitsText } from './dose.ts';
import { ceilingLabel, planInOneLine, reviewLabel, TODAY } from './dose-plot.ts';
import {
  baselineLabel,
  besideBaseline,
  betterLabel,
  NO_RECENT_SCORE,
  newestOfAnother,
  newestScore,
  painMeasureWords,
  withoutBaseline,
} from './pain-history.ts';
import { PLAN_WORDS } from './plan.ts';
import { formProblemsInWords, regimenFaultWords } from './regimen-fault.ts';

export const enWorkbench = {
  dates: { clockTime, isoDay, monthAbbreviation, screenDate, shortDay },
  dose: { milligrams, supplyItem, unitsText },
  dosePlot: { ceilingLabel, planInOneLine, reviewLabel, today: TODAY },
  painHistory: {
    baselineLabel,
    besideBaseline,
    betterLabel,
    newestOfAnother,
    newestScore,
    noRecentScore: NO_RECENT_SCORE,
    painMeasureWords,
    withoutBaseline,
  },
  plan: PLAN_WORDS,
  regimenFault: { formProblemsInWords, regimenFaultWords },
};
