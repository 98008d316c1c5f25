import type { PainPlot } from '#lib/drawings/pain-history.ts';
import type { PainScore } from '#lib/follow-up/pain-scores.ts';
import type { WorkbenchWords } from '#lib/words/workbench-words-for.ts';
import { at, DayTicks } from './day-ticks.tsx';
import { Unbroken } from './unbroken.tsx';

/** Percent of the height within which two lines of text touch. */
const LINE_OF_TEXT = 14;

function Mark({ isCompared }: { readonly isCompared: boolean }) {
  return isCompared ? (
    <circle className="pain-point" r="4.5" />
  ) : (
    <path className="pain-point pain-other" d="M0-6 6 0 0 6-6 0z" />
  );
}

/** Which mark stands for what was asked. */
function Legend({ words, plot }: { readonly words: WorkbenchWords; readonly plot: PainPlot }) {
  return (
    <ul className="legend">
      {plot.measures.map((measure, index) => (
        <li key={measure}>
          <svg className="legend-mark" width="16" height="16" aria-hidden="true" focusable="false">
            <svg x="8" y="8" overflow="visible" aria-hidden="true">
              <Mark isCompared={index === 0} />
            </svg>
          </svg>{' '}
          {words.painHistory.painMeasureWords[measure]}
        </li>
      ))}
    </ul>
  );
}

function Picture({ words, plot }: { readonly words: WorkbenchWords; readonly plot: PainPlot }) {
  const days = [...plot.days, { x: plot.before, label: words.plan.pain.firstNight }];
  return (
    <svg className="pain-plot" width="100%" height="136" aria-hidden="true" focusable="false">
      <svg x="0" y="16" width="100%" height="96" overflow="visible" aria-hidden="true">
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
        {plot.joined.map((points) =>
          points
            .slice(1)
            .map((point, index) => (
              <line
                key={`${point.source} ${point.x} ${point.measure}`}
                className={point.isCompared ? 'pain-line' : 'pain-line pain-line-other'}
                x1={at(points[index]?.x ?? point.x)}
                y1={at(points[index]?.y ?? point.y)}
                x2={at(point.x)}
                y2={at(point.y)}
              />
            )),
        )}
        {plot.points.map(({ source, x, y, measure, isCompared }) => (
          <svg
            key={`${source} ${measure} ${x} ${y}`}
            x={at(x)}
            y={at(y)}
            overflow="visible"
            aria-hidden="true"
          >
            <Mark isCompared={isCompared} />
          </svg>
        ))}
      </svg>
      <DayTicks days={days} y={112} />
    </svg>
  );
}

/** The pain scores of the chart under the dose, on the same axis; nothing where the chart has none. */
export function PainOverTime({
  words,
  scores,
  plot,
}: {
  readonly words: WorkbenchWords;
  readonly scores: readonly PainScore[];
  /** Null where no score is recent enough to draw. */
  readonly plot: PainPlot | null;
}) {
  const [newest] = scores;
  if (newest === undefined) return null;
  return (
    <section aria-labelledby="pain">
      <h3 id="pain">{words.plan.pain.title}</h3>
      {plot === null ? (
        <p>
          {words.painHistory.noRecentScore} <Unbroken text={words.painHistory.newestScore(newest)} />
        </p>
      ) : (
        <figure className="dose-plot" aria-labelledby="pain-reading">
          <Picture words={words} plot={plot} />
          {plot.measures.length > 1 ? <Legend words={words} plot={plot} /> : null}
          <figcaption id="pain-reading">
            <Unbroken text={plot.reading} />
          </figcaption>
        </figure>
      )}
      <details>
        <summary>{words.plan.pain.all}</summary>
        <table>
          <caption>{words.plan.pain.order}</caption>
          <thead>
            <tr>
              <th scope="col">{words.plan.pain.columns.date}</th>
              <th scope="col">{words.plan.pain.columns.score}</th>
              <th scope="col">{words.plan.pain.columns.measure}</th>
            </tr>
          </thead>
          <tbody>
            {scores.map(({ source, day, score, measure }) => (
              <tr key={`${source} ${measure}`}>
                <td className="nowrap">{words.dates.screenDate(day)}</td>
                <td>{score}</td>
                <td>{words.painHistory.painMeasureWords[measure]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
