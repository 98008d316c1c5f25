/** Dose over time as true steps from zero, in percent of the width and height. The picture follows the plan, never the other way. */

import { reviewBy } from '#lib/follow-up/follow-up-dates.ts';
import { addDays, type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import { CEILING } from '#lib/titration/regimen-limits.ts';
import type { PlottedPlan } from '#lib/titration/titration-plan.ts';
import type { WorkbenchWords } from '#lib/words/workbench-words-for.ts';

/** Top of the scale: room above the ceiling for the topmost label. */
const SCALE_TOP = 5500;

interface DoseStep {
  readonly sequence: number;
  readonly x: number;
  readonly width: number;
  /** Top of the step, percent from the top of the picture. */
  readonly y: number;
  readonly height: number;
  /** "1.5 mg" */
  readonly label: string;
  /** The label ends at the right of the step: it would be cut at the edge of the picture. */
  readonly labelEnds: boolean;
}

interface DosePlot {
  readonly steps: readonly DoseStep[];
  readonly ceiling: { readonly y: number; readonly label: string };
  /** Horizontal grid, one line a milligram from zero. */
  readonly scale: readonly { readonly y: number; readonly label: string }[];
  readonly days: readonly { readonly x: number; readonly label: string }[];
  readonly review: { readonly x: number; readonly label: string; readonly labelEnds: boolean };
  /** On the step whose nights contain it; null before the first night, after the last and where nobody asked. */
  readonly today: {
    readonly sequence: number;
    readonly x: number;
    /** Where its label stands: above that step. */
    readonly y: number;
    readonly label: string;
    readonly labelEnds: boolean;
  } | null;
  /** The picture in one sentence. */
  readonly reading: string;
}

function percent(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 100;
}

function fromTop(dose: number): number {
  return percent(SCALE_TOP - dose, SCALE_TOP);
}

/** Percent of the width after which a label no longer fits to the right of where it belongs. */
const NEAR_THE_EDGE = 88;

/** Percent of the whole width from which a label with a date is written to the left: in a frame of 320 px it takes nearly half. */
const HALF = 50;

/** One date a fortnight: enough to read, few enough not to touch at 320 px. */
function dayTicks(words: WorkbenchWords, start: CalendarDate, nights: number) {
  const ticks: { x: number; label: string }[] = [];
  const every = nights <= 28 ? 7 : nights <= 63 ? 14 : 28;
  for (let night = 0; percent(night, nights) <= NEAR_THE_EDGE; night += every) {
    ticks.push({
      x: percent(night, nights),
      label: words.dates.shortDay(addDays(start, night)),
    });
  }
  return ticks;
}

/** Percent of the width in which a short label does not fit to the left, and of the height at which nothing else stands there. */
const NEAR_THE_START = 15;
const CLEAR_OF_LOW_STEPS = 45;

/** Labelled to the left, where every step is lower; near the start above the steps that follow. */
function todayOn(
  words: WorkbenchWords,
  { phases, regimen }: PlottedPlan,
  nights: number,
  today: CalendarDate | null,
) {
  const step = phases.findLast(({ from }) => today !== null && from <= today);
  if (step === undefined || today === null || daysBetween(step.from, today) >= step.nights) return null;
  const x = percent(daysBetween(regimen.startDate, today), nights);
  const labelEnds = x > NEAR_THE_START;
  return {
    sequence: step.sequence,
    x,
    y: labelEnds ? fromTop(step.dose) : CLEAR_OF_LOW_STEPS,
    label: words.dosePlot.today,
    labelEnds,
  };
}

/** `free`: percent of the whole width that is left free before the first night and after the last. */
export function dosePlot(
  words: WorkbenchWords,
  plan: PlottedPlan,
  today: CalendarDate | null = null,
  free: { readonly before: number; readonly after: number } = { before: 0, after: 0 },
): DosePlot {
  const { startDate } = plan.regimen;
  const nights = plan.phases.reduce((sum, phase) => sum + phase.nights, 0);
  const review = reviewBy(plan);
  const reviewX = percent(daysBetween(startDate, review), nights);
  return {
    steps: plan.phases.map((phase) => ({
      sequence: phase.sequence,
      x: percent(daysBetween(startDate, phase.from), nights),
      width: percent(phase.nights, nights),
      y: fromTop(phase.dose),
      height: percent(phase.dose, SCALE_TOP),
      label: words.dose.milligrams(phase.dose),
      labelEnds: percent(daysBetween(startDate, phase.from), nights) > NEAR_THE_EDGE,
    })),
    ceiling: { y: fromTop(CEILING), label: words.dosePlot.ceilingLabel(CEILING) },
    scale: [0, 1000, 2000, 3000, 4000, 5000].map((dose) => ({
      y: fromTop(dose),
      label: words.dose.milligrams(dose),
    })),
    days: dayTicks(words, startDate, nights),
    review: {
      x: reviewX,
      label: words.dosePlot.reviewLabel(review),
      labelEnds: free.before + (reviewX * (100 - free.before - free.after)) / 100 > HALF,
    },
    today: todayOn(words, plan, nights, today),
    reading: words.dosePlot.planInOneLine(plan),
  };
}
