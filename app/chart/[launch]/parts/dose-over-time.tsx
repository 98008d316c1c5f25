import { dosePlot } from '#lib/drawings/dose-plot.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { PlottedPlan } from '#lib/titration/titration-plan.ts';
import type { WorkbenchWords } from '#lib/words/workbench-words-for.ts';
import { at, DayTicks } from './day-ticks.tsx';
import { Unbroken } from './unbroken.tsx';

/** More labels than these are not read in a narrow frame; the first and the last then stand alone. */
const MOST_LABELS = 4;

/**
 * Dose over time as true steps from zero. The table beside it says the same in words.
 *
 * `before` and `after` are the percent of the width left free before the first night and after the last, where the plot under this one
 * shows what was. `lit` is the step that was chosen in the table, `today` the day to be marked in a plan under way.
 */
export function DoseOverTime({
  words,
  plan,
  before,
  after,
  lit,
  today = null,
}: {
  readonly words: WorkbenchWords;
  readonly plan: PlottedPlan;
  readonly before: number;
  readonly after: number;
  readonly lit: number | null;
  readonly today?: CalendarDate | null;
}) {
  const plot = dosePlot(words, plan, today, { before, after });
  const isBetweenMany = (index: number) =>
    plot.steps.length > MOST_LABELS && index > 0 && index < plot.steps.length - 1;
  const labelClass = (sequence: number, index: number) => {
    if (sequence === plot.today?.sequence)
      return `dose-label ${sequence === lit ? 'dose-label-lit' : 'dose-label-today'}`;
    return isBetweenMany(index) ? 'dose-label dose-label-between' : 'dose-label';
  };
  const nights = { x: at(before), width: at(100 - before - after), overflow: 'visible' } as const;
  return (
    <figure className="dose-plot" aria-labelledby="dose-reading">
      <svg width="100%" height="196" aria-hidden="true" focusable="false">
        <svg x="0" y="8" width="100%" height="162" aria-hidden="true">
          {plot.scale.map(({ y, label }) => (
            <line key={label} className="grid-line" x1="0" x2="100%" y1={at(y)} y2={at(y)} />
          ))}
          <svg {...nights} height="100%" aria-hidden="true">
            {plot.steps.map((step) => (
              <g key={step.sequence} className={step.sequence === lit ? 'lit' : undefined}>
                <rect
                  className="dose-step"
                  x={at(step.x)}
                  y={at(step.y)}
                  width={at(step.width)}
                  height={at(step.height)}
                />
                <line
                  className="dose-top"
                  x1={at(step.x)}
                  x2={at(step.x + step.width)}
                  y1={at(step.y)}
                  y2={at(step.y)}
                />
              </g>
            ))}
          </svg>
          <line className="ceiling-line" x1="0" x2="100%" y1={at(plot.ceiling.y)} y2={at(plot.ceiling.y)} />
          <svg {...nights} height="100%" aria-hidden="true">
            <line className="review-line" x1={at(plot.review.x)} x2={at(plot.review.x)} y1="0" y2="100%" />
            {plot.today === null ? null : (
              <>
                <line className="today-line" x1={at(plot.today.x)} x2={at(plot.today.x)} y1="17" y2="100%" />
                <text
                  className="today-label"
                  x={at(plot.today.x)}
                  y={at(plot.today.y)}
                  dx={plot.today.labelEnds ? -5 : 5}
                  dy="-6"
                  textAnchor={plot.today.labelEnds ? 'end' : 'start'}
                >
                  {plot.today.label}
                </text>
              </>
            )}
            {plot.steps.map((step, index) => (
              <svg
                key={step.sequence}
                x={at(step.labelEnds ? step.x + step.width : step.x)}
                y={at(step.y)}
                overflow="visible"
                aria-hidden="true"
              >
                <text
                  className={labelClass(step.sequence, index)}
                  x={step.labelEnds ? -4 : 4}
                  y="15"
                  textAnchor={step.labelEnds ? 'end' : 'start'}
                >
                  {step.label}
                </text>
              </svg>
            ))}
            <text
              className="review-label"
              x={at(plot.review.x)}
              y="11"
              dx={plot.review.labelEnds ? -5 : 5}
              textAnchor={plot.review.labelEnds ? 'end' : 'start'}
            >
              {plot.review.label}
            </text>
          </svg>
          <text className="ceiling-label" x="4" y={at(plot.ceiling.y)} dy="-5">
            {plot.ceiling.label}
          </text>
        </svg>
        <svg {...nights} className={before > 0 ? 'days-beside-history' : undefined} aria-hidden="true">
          <DayTicks days={plot.days} y={170} />
        </svg>
      </svg>
      <figcaption id="dose-reading">
        <Unbroken text={plot.reading} />
      </figcaption>
    </figure>
  );
}
