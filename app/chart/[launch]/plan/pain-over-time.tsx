import { screenDate } from '../../../../lib/display/dates.ts';
import { NO_RECENT_SCORE, type PainPlot, type PainScore } from '../../../../lib/display/pain-history.ts';

/** Percent of the height within which two lines of text touch. */
const LINE_OF_TEXT = 14;

function at(position: number): string {
  return `${position}%`;
}

function Picture({ plot }: { readonly plot: PainPlot }) {
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
        <line className="today-line" x1={at(plot.before)} x2={at(plot.before)} y1="0" y2="100%" />
        {plot.lines.map(({ y, label, kind }) => (
          <g key={kind}>
            <line className={`${kind}-line`} x1="0" x2="100%" y1={at(y)} y2={at(y)} />
            <svg x={at(plot.before)} y={at(y)} overflow="visible" aria-hidden="true">
              <text className="tick-label" x="5" y={kind === 'baseline' ? -4 : 13}>
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
      {plot.days.map(({ x, label }) => (
        <svg key={label} x={at(x)} y="132" overflow="visible" aria-hidden="true">
          <line className="tick" x1="0" x2="0" y1="0" y2="5" />
          <text className="tick-label" x="2" y="18">
            {label}
          </text>
        </svg>
      ))}
      <svg x={at(plot.before)} y="132" overflow="visible" aria-hidden="true">
        <text className="tick-label" x="2" y="18">
          First night
        </text>
      </svg>
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
      <h3 id="pain">Pain score, 0 to 10 (higher is worse)</h3>
      {plot === null ? (
        <p>{NO_RECENT_SCORE}</p>
      ) : (
        <figure className="dose-plot" aria-labelledby="pain-reading">
          <Picture plot={plot} />
          <figcaption id="pain-reading">{plot.reading}</figcaption>
        </figure>
      )}
      <details>
        <summary>All pain scores of the chart</summary>
        <table>
          <caption>Newest first</caption>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Score</th>
              <th scope="col">In the chart</th>
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
