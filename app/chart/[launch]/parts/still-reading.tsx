import type { OpeningChart } from '#lib/visit/open-chart.ts';
import { FRAME_WORDS, type Step } from '#lib/words/en/frame.ts';
import { identityOf } from '#lib/words/en/identity.ts';
import { type ReadingLine, readingLines, STILL_READING, STOPPED_READING } from '#lib/words/en/reading.ts';
import { IdentityStrip, StepList } from './screen-frame.tsx';

/** The frame of a chart whose patient may not be known yet. */
function OpeningFrame({
  opening,
  step,
  children,
}: {
  readonly opening: OpeningChart;
  readonly step: Step;
  readonly children: React.ReactNode;
}) {
  return (
    <div className="screen">
      {opening.patient === null ? (
        <header className="identity">
          <strong className="identity-name">{FRAME_WORDS.identity.notRead}</strong>
        </header>
      ) : (
        <IdentityStrip identity={identityOf(opening.patient, opening.today)} />
      )}
      <StepList current={step} />
      <main>{children}</main>
    </div>
  );
}

function Line({ line }: { readonly line: ReadingLine }) {
  return (
    <li className={line.isAwaited ? 'awaited' : 'arrived'}>
      {line.part} <span className="muted">{line.state}</span>
    </li>
  );
}

/**
 * Shown where reading takes long. It asks for the same address again at once: that answer comes when the reading has ended or got
 * further, so nothing waits longer for it and nothing needs a script.
 */
export function StillReading({
  opening,
  step,
  launchId,
  query = '',
}: {
  readonly opening: OpeningChart;
  readonly step: Step;
  readonly launchId: string;
  /** Of the address asked for, to be kept: "?closed=plan". */
  readonly query?: string;
}) {
  return (
    <OpeningFrame opening={opening} step={step}>
      <meta httpEquiv="refresh" content={`0; url=/chart/${launchId}/${step}${query}`} />
      <section aria-labelledby="reading">
        <h1 id="reading">{STILL_READING.title}</h1>
        <p>
          <strong>{STILL_READING.meaning}</strong>
        </p>
        <ul className="parts-read">
          <li className="arrived">
            {STILL_READING.connected}{' '}
            <span className="muted">{STILL_READING.connectedTo(opening.ehrName)}</span>
          </li>
          {readingLines(opening.stillReading).map((line) => (
            <Line key={line.part} line={line} />
          ))}
        </ul>
        <p className="hint">{STILL_READING.wait}</p>
        <form action={`/chart/${launchId}/safety`} className="actions">
          <button type="submit" name="stop" value="1">
            {STILL_READING.stop}
          </button>
        </form>
      </section>
    </OpeningFrame>
  );
}

/** The reading was ended by the prescriber: no verdict, and a way to begin again. */
export function StoppedReading({
  opening,
  launchId,
}: {
  readonly opening: OpeningChart;
  readonly launchId: string;
}) {
  return (
    <OpeningFrame opening={opening} step="safety">
      <section aria-labelledby="stopped">
        <h1 id="stopped">{STOPPED_READING.title}</h1>
        <p>{STOPPED_READING.happened}</p>
        <p>
          <strong>{STOPPED_READING.meaning}</strong>
        </p>
        <form action={`/chart/${launchId}/safety`} className="actions">
          <button type="submit" className="primary">
            {FRAME_WORDS.readAgain}
          </button>
        </form>
      </section>
    </OpeningFrame>
  );
}
