import type { PainPlot, PainScore } from '#lib/drawings/pain-history.ts';
import { screenDate } from '#lib/words/en/dates.ts';
import { NO_RECENT_SCORE } from '#lib/words/en/pain-history.ts';
import { PLAN_WORDS } from '#lib/words/en/plan.ts';
import { Dated } from './dated.tsx';
import { at, DayTicks } from './day-ticks.tsx';

const WORDS = PLAN_WORDS.pain;

/** Percent of the height within which two lines of text touch. */
const LINE_OF_TEXT = 14;

function Picture({ plot }: { readonly plot: PainPlot }) {
  const days = [...plot.days, { x: plot.before, label: WORDS.firstNight }];
  return (
    <svg className="pain-plot" width="100%" height="156" aria-hidden="true" focusable="false">
      <svg x="0" y="16" width="100%" height="116" overflow="visible" aria-hidden="true">
        {plot.scale.map(({ y, label }) => (
          <g key={label}>
            <line className="grid-line" x1="0" x2="100%" y1={at(y)} y2={at(y)} />
            {plot.lines.some((line) => Math.abs(line.y - y) < LINE_OF_TEXT) ? null : (
              <text className="tick-label" x="100%" y={at(y)} dy="-3" textAnchor="end">
                {label}
              </text>
            )}
          </g>
        ))}
        <line
          className={plot.today === null ? 'today-line' : 'start-line'}
          x1={at(plot.before)}
          x2={at(plot.before)}
          y1="0"
          y2="100%"
        />
        {plot.today === null ? null : (
          <>
            <line className="today-line" x1={at(plot.today.x)} x2={at(plot.today.x)} y1="0" y2="100%" />
            <text
              className="today-label"
              x={at(plot.today.x)}
              y="-4"
              textAnchor={plot.today.labelEnds ? 'end' : 'start'}
            >
              {plot.today.label}
            </text>
          </>
        )}
        {plot.lines.map(({ y, label, kind }) => (
          <g key={kind}>
            <line className={`${kind}-line`} x1="0" x2="100%" y1={at(y)} y2={at(y)} />
            <svg x={at(plot.linesAt.x)} y={at(y)} overflow="visible" aria-hidden="true">
              <text
                className="tick-label"
                x={plot.linesAt.labelEnds ? 0 : 5}
                y={kind === 'baseline' ? -4 : 13}
                textAnchor={plot.linesAt.labelEnds ? 'end' : 'start'}
              >
                {label}
              </text>
            </svg>
          </g>
        ))}
        {plot.points.map(({ source, x, y, isSeverity }) => (
          <svg key={`${source} ${x} ${y}`} x={at(x)} y={at(y)} overflow="visible" aria-hidden="true">
            {isSeverity ? (
              <circle className="pain-point" r="4.5" />
            ) : (
              <path className="pain-point pain-part" d="M0-6 6 0 0 6-6 0z" />
            )}
          </svg>
        ))}
      </svg>
      <DayTicks days={days} y={132} />
    </svg>
  );
}

/** The pain scores of the chart under the dose, on the same axis; nothing where the chart has none. */
export function PainOverTime({
  scores,
  plot,
}: {
  readonly scores: readonly PainScore[];
  /** Null where no score is recent enough to draw. */
  readonly plot: PainPlot | null;
}) {
  if (scores.length === 0) return null;
  return (
    <section aria-labelledby="pain">
      <h3 id="pain">{WORDS.title}</h3>
      {plot === null ? (
        <p>{NO_RECENT_SCORE}</p>
      ) : (
        <figure className="dose-plot" aria-labelledby="pain-reading">
          <Picture plot={plot} />
          <figcaption id="pain-reading">
            <Dated text={plot.reading} />
          </figcaption>
        </figure>
      )}
      <details>
        <summary>{WORDS.all}</summary>
        <table>
          <caption>{WORDS.order}</caption>
          <thead>
            <tr>
              <th scope="col">{WORDS.columns.date}</th>
              <th scope="col">{WORDS.columns.score}</th>
              <th scope="col">{WORDS.columns.inTheChart}</th>
            </tr>
          </thead>
          <tbody>
            {scores.map(({ source, day, score, words }) => (
              <tr key={`${source} ${words}`}>
                <td className="nowrap">{screenDate(day)}</td>
                <td>{score}</td>
                <td>{words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
