import type { ReactNode } from 'react';
import type { StandingStop } from '#lib/follow-up/standing-stop.ts';
import type { DraftState } from '#lib/order/standing/draft-state.ts';
import type { Words } from '#lib/words/words-for.ts';
import { FocusOnArrival } from '../parts/focus-on-arrival.tsx';
import { MeaningAndSteps } from '../parts/meaning-and-steps.tsx';
import { Unbroken } from '../parts/unbroken.tsx';

const TITLE = 'done-title';

function Title({ isFirst, children }: { readonly isFirst: boolean; readonly children: ReactNode }) {
  if (!isFirst) return <h2>{children}</h2>;
  return (
    <h1 id={TITLE} tabIndex={-1}>
      {children}
    </h1>
  );
}

/** What stands in the chart and what to do; before it, where a check of today blocks, that nothing is to be signed or taken. */
export function StateOfOrders({
  words,
  told: { title, meaning, steps },
  isSerious,
  stop,
  notExcluded,
  what,
  children,
}: {
  readonly words: Words;
  readonly told: {
    readonly title: string;
    readonly meaning: string;
    readonly steps: readonly string[];
  };
  /** The EHR holds something else than was sent. */
  readonly isSerious: boolean;
  readonly stop: StandingStop | null;
  /** Nothing blocks, and opioids are not excluded. */
  readonly notExcluded: DraftState | null;
  /** What was written and when. */
  readonly what: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <>
      {stop === null ? null : (
        <section className="error-summary">
          <Title isFirst>{words.standingStop[stop.kind].title}</Title>
          <ul>
            {stop.because.map((finding) => (
              <li key={finding.key}>
                <Unbroken text={words.finding.findingWords(finding)} />
              </li>
            ))}
          </ul>
          <MeaningAndSteps {...words.standingStop[stop.kind]} />
        </section>
      )}
      <section className={isSerious ? 'error-summary' : 'written'}>
        <Title isFirst={stop === null}>{title}</Title>
        {what}
        <MeaningAndSteps meaning={meaning} steps={stop === null || isSerious ? steps : []} />
        {notExcluded === null || stop !== null ? null : (
          <p className="notice">{words.standingStop.opioidNotExcluded(notExcluded === 'draft')}</p>
        )}
        {children}
        <FocusOnArrival on={TITLE} />
      </section>
    </>
  );
}
