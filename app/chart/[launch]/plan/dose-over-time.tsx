import { dosePlot } from '../../../../lib/display/dose-plot.ts';
import type { TitrationPlan } from '../../../../lib/titration/titration-plan.ts';

/** More labels than these are not read in a narrow frame; the first and the last then stand alone. */
const MOST_LABELS = 4;

function at(position: number): string {
  return `${position}%`;
}

/**
 * Dose over time as true steps from zero. The table beside it says the same in words.
 *
 * `before` is the percent of the width left free before the first night, where the plot under this one shows what was. `lit` is the
 * step that was chosen in the table.
 */
export function DoseOverTime({
  plan,
  before,
  lit,
}: {
  readonly plan: TitrationPlan;
  readonly before: number;
  readonly lit: number | null;
}) {
  const plot = dosePlot(plan);
  const isBetweenMany = (index: number) =>
    plot.steps.length > MOST_LABELS && index > 0 && index < plot.steps.length - 1;
  const nights = { x: at(before), width: at(100 - before), overflow: 'visible' } as const;
  return (
    <figure className="dose-plot" aria-labelledby="dose-reading">
      <svg width="100%" height="230" aria-hidden="true" focusable="false">
        <svg x="0" y="8" width="100%" height="196" aria-hidden="true">
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
            {plot.steps.map((step, index) => (
              <svg
                key={step.sequence}
                x={at(step.labelEnds ? step.x + step.width : step.x)}
                y={at(step.y)}
                overflow="visible"
                aria-hidden="true"
              >
                <text
                  className={isBetweenMany(index) ? 'dose-label dose-label-between' : 'dose-label'}
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
          {plot.days.map(({ x, label }) => (
            <svg key={label} x={at(x)} y="204" overflow="visible" aria-hidden="true">
              <line className="tick" x1="0" x2="0" y1="0" y2="5" />
              <text className="tick-label" x="2" y="18">
                {label}
              </text>
            </svg>
          ))}
        </svg>
      </svg>
      <figcaption id="dose-reading">{plot.reading}</figcaption>
    </figure>
  );
}
