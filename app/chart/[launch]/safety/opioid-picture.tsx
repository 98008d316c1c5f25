import type { Timeline, TimelineBar } from '#lib/drawings/opioid-timeline.ts';
import type { Words } from '#lib/words/words-for.ts';
import { MOST_ROWS } from '../parts/further-rows.tsx';
import { Unbroken } from '../parts/unbroken.tsx';

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

/** One course: the bar of the order, and over it what was handed out or given. */
function Course({
  words,
  bars,
  timeline,
}: {
  readonly words: Words;
  readonly bars: readonly [TimelineBar, ...TimelineBar[]];
  readonly timeline: Timeline;
}) {
  return (
    <div className="timeline-row">
      <div className="timeline-label">
        {bars[0].label}{' '}
        {bars.map((bar) => (
          <span className="muted timeline-part" key={bar.source}>
            <Unbroken text={bars.length === 1 ? bar.span : words.safety.history.part(bar.source, bar.span)} />
          </span>
        ))}
      </div>
      <div className="timeline-bar">
        <svg width="100%" height="100%" aria-hidden="true" focusable="false">
          <Guides timeline={timeline} />
          {bars.map((bar, index) => (
            <svg
              key={bar.source}
              y={at(((index + 1) * 100) / (bars.length + 1))}
              overflow="visible"
              width="100%"
              aria-hidden="true"
            >
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
          ))}
        </svg>
      </div>
    </div>
  );
}

/** Where a chart has thousands that nobody can name, the table beside the picture tells the rest. */
const isDrawn = ({ state }: TimelineBar, at: number) => at < MOST_ROWS || state !== 'unidentified';

/** The order, then what was handed out or given of it. */
function headFirst(bars: readonly TimelineBar[]): readonly [TimelineBar, ...TimelineBar[]] {
  const isHead = ({ source, course }: TimelineBar) => source === course;
  return [...bars.filter(isHead), ...bars.filter((bar) => !isHead(bar))] as unknown as readonly [
    TimelineBar,
    ...TimelineBar[],
  ];
}

/** One bar an order; the table beside it says the same in words. */
export function OpioidPicture({ words, timeline }: { readonly words: Words; readonly timeline: Timeline }) {
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
      {[...Map.groupBy(timeline.bars.filter(isDrawn), ({ course }) => course)].map(([course, bars]) => (
        <Course key={course} words={words} bars={headFirst(bars)} timeline={timeline} />
      ))}
      <ul className="legend">
        {[...new Set(timeline.bars.map(({ state }) => state))].map((state) => (
          <li key={state}>
            <span className={`swatch swatch-${state}`} /> {words.judgement.opioidStateWords[state]}
          </li>
        ))}
        {timeline.bars.some(({ hatched }) => hatched) ? (
          <li>
            <span className="swatch swatch-hatched" /> {words.safety.history.dateUnsure}
          </li>
        ) : null}
        {timeline.opioidFree === null ? null : (
          <li>
            <span className="swatch swatch-free" /> {words.safety.history.opioidFree}
          </li>
        )}
      </ul>
    </div>
  );
}
