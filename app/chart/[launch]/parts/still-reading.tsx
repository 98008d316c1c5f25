import type { OpeningChart } from '#lib/visit/open-chart.ts';
import type { ReadingLine, Step } from '#lib/words/shapes.ts';
import type { Words } from '#lib/words/words-for.ts';
import { IdentityStrip, StepList } from './screen-frame.tsx';

/** The frame of a chart whose patient may not be known yet. */
function OpeningFrame({
  words,
  opening,
  step,
  children,
}: {
  readonly words: Words;
  readonly opening: OpeningChart;
  readonly step: Step;
  readonly children: React.ReactNode;
}) {
  return (
    <div className="screen">
      {opening.patient === null ? (
        <header className="identity">
          <strong className="identity-name">{words.frame.identity.notRead}</strong>
        </header>
      ) : (
        <IdentityStrip words={words} identity={words.identity.identityOf(opening.patient, opening.today)} />
      )}
      <StepList words={words} current={step} />
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
  words,
  opening,
  step,
  launchId,
  query = '',
}: {
  readonly words: Words;
  readonly opening: OpeningChart;
  readonly step: Step;
  readonly launchId: string;
  /** What the address asked for carries, to be kept: "?closed=plan". */
  readonly query?: string;
}) {
  return (
    <OpeningFrame words={words} opening={opening} step={step}>
      <meta httpEquiv="refresh" content={`0; url=/chart/${launchId}/${step}${query}`} />
      <section aria-labelledby="reading">
        <h1 id="reading">{words.reading.stillReading.title}</h1>
        <p>
          <strong>{words.reading.stillReading.meaning}</strong>
        </p>
        <ul className="parts-read">
          <li className="arrived">
            {words.reading.stillReading.connected}{' '}
            <span className="muted">{words.reading.stillReading.connectedTo(opening.ehrName)}</span>
          </li>
          {words.reading.readingLines(opening.stillReading).map((line) => (
            <Line key={line.part} line={line} />
          ))}
        </ul>
        <p className="hint">{words.reading.stillReading.wait}</p>
        <form action={`/chart/${launchId}/safety`} className="actions">
          <button type="submit" name="stop" value="1">
            {words.reading.stillReading.stop}
          </button>
        </form>
      </section>
    </OpeningFrame>
  );
}

/** The reading was ended by the prescriber: no verdict, and a way to begin again. */
export function StoppedReading({
  words,
  opening,
  launchId,
}: {
  readonly words: Words;
  readonly opening: OpeningChart;
  readonly launchId: string;
}) {
  return (
    <OpeningFrame words={words} opening={opening} step="safety">
      <section aria-labelledby="stopped">
        <h1 id="stopped">{words.reading.stoppedReading.title}</h1>
        <p>{words.reading.stoppedReading.happened}</p>
        <p>
          <strong>{words.reading.stoppedReading.meaning}</strong>
        </p>
        <form action={`/chart/${launchId}/safety`} className="actions">
          <button type="submit" className="primary">
            {words.frame.readAgain}
          </button>
        </form>
      </section>
    </OpeningFrame>
  );
}
