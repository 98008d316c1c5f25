import { OPIOID_STATE_WORDS, stateWords } from '../../../../lib/display/judgement-words.ts';
import {
  DAYS_SHOWN,
  evidenceSpan,
  opioidTimeline,
  type Timeline,
  type TimelineBar,
} from '../../../../lib/display/opioid-timeline.ts';
import { NO_MEDICINES_RECORDED } from '../../../../lib/display/read-summary.ts';
import { SAFETY_WORDS } from '../../../../lib/display/safety-words.ts';
import type { Judgement, OpioidEvidence } from '../../../../lib/safety/judgement.ts';
import { Dated } from '../dated.tsx';

const words = SAFETY_WORDS.history;

const AXIS_HEIGHT = 64;
const BAR_HEIGHT = 14;

function at(x: number): string {
  return `${x}%`;
}

/** Window and lines that run through every row, so that bars can be read against them. */
function Guides({ timeline }: { readonly timeline: Timeline }) {
  const { opioidFree, earliestStart, today } = timeline;
  return (
    <>
      {opioidFree === null ? null : (
        <rect className="opioid-free" x={at(opioidFree.x)} y="0" width={at(opioidFree.width)} height="100%" />
      )}
      <line className="today-line" x1={at(today.x)} x2={at(today.x)} y1="0" y2="100%" />
      {earliestStart === null ? null : (
        <line className="start-line" x1={at(earliestStart.x)} x2={at(earliestStart.x)} y1="0" y2="100%" />
      )}
    </>
  );
}

/** Labels end at their line: both lines lie in the right part of the picture. */
function Axis({ timeline }: { readonly timeline: Timeline }) {
  const { today, earliestStart, months } = timeline;
  return (
    <svg className="timeline-axis" width="100%" height={AXIS_HEIGHT} aria-hidden="true" focusable="false">
      <svg y="34" height="30" width="100%" aria-hidden="true">
        <Guides timeline={timeline} />
      </svg>
      <text className="today-label" x={at(today.x)} y={earliestStart === null ? 28 : 12} textAnchor="end">
        {today.label}
      </text>
      {earliestStart === null ? null : (
        <text className="start-label" x={at(earliestStart.x)} y="28" textAnchor="end">
          {earliestStart.label}
        </text>
      )}
      {months.map(({ x, label, year }) => (
        <g key={x}>
          <line className="tick" x1={at(x)} x2={at(x)} y1="36" y2="41" />
          <svg x={at(x)} y="36" overflow="visible" aria-hidden="true">
            <text className="tick-label" x="3" y="12">
              {label}
            </text>
            {year === null ? null : (
              <text className="tick-label" x="3" y="25">
                {year}
              </text>
            )}
          </svg>
        </g>
      ))}
    </svg>
  );
}

function Bar({ bar, timeline }: { readonly bar: TimelineBar; readonly timeline: Timeline }) {
  return (
    <div className="timeline-row">
      <div className="timeline-label">
        {bar.label}{' '}
        <span className="muted">
          <Dated text={bar.span} />
        </span>
      </div>
      <div className="timeline-bar">
        <svg width="100%" height="100%" aria-hidden="true" focusable="false">
          <Guides timeline={timeline} />
          <svg y="50%" overflow="visible" width="100%" aria-hidden="true">
            <rect
              className={`bar bar-${bar.state}`}
              x={at(bar.x)}
              y={-BAR_HEIGHT / 2}
              width={at(bar.width)}
              height={BAR_HEIGHT}
              rx="2"
            />
            {bar.hatched ? (
              <rect
                fill="url(#hatch)"
                x={at(bar.x)}
                y={-BAR_HEIGHT / 2}
                width={at(bar.width)}
                height={BAR_HEIGHT}
              />
            ) : null}
          </svg>
        </svg>
      </div>
    </div>
  );
}

function Picture({ timeline }: { readonly timeline: Timeline }) {
  return (
    <div className="timeline">
      <svg width="0" height="0" className="defs" aria-hidden="true" focusable="false">
        <defs>
          <pattern
            id="hatch"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="hatch-stripe" width="3" height="6" />
          </pattern>
        </defs>
      </svg>
      <div className="timeline-row timeline-head">
        <div />
        <Axis timeline={timeline} />
      </div>
      {timeline.bars.map((bar) => (
        <Bar key={bar.source} bar={bar} timeline={timeline} />
      ))}
      <ul className="legend">
        {[...new Set(timeline.bars.map(({ state }) => state))].map((state) => (
          <li key={state}>
            <span className={`swatch swatch-${state}`} /> {OPIOID_STATE_WORDS[state]}
          </li>
        ))}
        {timeline.bars.some(({ hatched }) => hatched) ? (
          <li>
            <span className="swatch swatch-hatched" /> {words.dateUnsure}
          </li>
        ) : null}
        {timeline.opioidFree === null ? null : (
          <li>
            <span className="swatch swatch-free" /> {words.opioidFree}
          </li>
        )}
      </ul>
    </div>
  );
}

function recognisedBy({ ingredients, because }: OpioidEvidence): string {
  const lookedAt = because.join('; ');
  return ingredients.length > 0 ? lookedAt : words.notRecognised(lookedAt);
}

function EvidenceTable({ judgement }: { readonly judgement: Judgement }) {
  const { columns } = words;
  return (
    <table className="stacking">
      <caption>{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.text}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.taken}</th>
          <th scope="col">{columns.clearFrom}</th>
          <th scope="col">{columns.recognisedBy}</th>
        </tr>
      </thead>
      <tbody>
        {judgement.opioid.evidence.map((row) => (
          <tr key={row.source}>
            <td data-label={columns.text}>
              <span>
                {row.text} <span className="muted source">{row.source}</span>
              </span>
            </td>
            <td data-label={columns.state}>{stateWords(row)}</td>
            <td data-label={columns.taken}>
              <span>
                <Dated text={evidenceSpan(row, judgement.asOf)} />
              </span>
            </td>
            <td data-label={columns.clearFrom}>
              <span>
                <Dated text={row.clearFrom ?? words.noDate} />
              </span>
            </td>
            <td data-label={columns.recognisedBy}>{recognisedBy(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The opioid history, drawn and as a table. Where the chart could not be read nothing is drawn that could pass for the whole. */
export function OpioidHistory({
  judgement,
  isIncomplete,
  hasMedicines,
}: {
  readonly judgement: Judgement;
  readonly isIncomplete: boolean;
  readonly hasMedicines: boolean;
}) {
  const { evidence } = judgement.opioid;
  const timeline = opioidTimeline(judgement);
  return (
    <section aria-labelledby="opioid-history">
      <h2 id="opioid-history">{words.title(DAYS_SHOWN)}</h2>
      {isIncomplete ? (
        <p className="notice">{words.notDrawn}</p>
      ) : (
        <p>
          <Dated text={hasMedicines ? timeline.reading : NO_MEDICINES_RECORDED} />
        </p>
      )}
      {!isIncomplete && timeline.bars.length > 0 ? <Picture timeline={timeline} /> : null}
      {evidence.length > 0 ? <EvidenceTable judgement={judgement} /> : null}
    </section>
  );
}
