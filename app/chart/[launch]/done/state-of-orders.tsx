import type { ReactNode } from 'react';
import type { StandingStop } from '#lib/follow-up/standing-stop.ts';
import type { DraftState } from '#lib/order/standing/own-drafts.ts';
import { findingWords } from '#lib/words/en/finding.ts';
import { opioidNotExcluded, STANDING_STOP } from '#lib/words/en/standing-stop.ts';
import { Dated } from '../parts/dated.tsx';
import { FocusOnArrival } from '../parts/focus-on-arrival.tsx';
import { MeaningAndSteps } from '../parts/meaning-and-steps.tsx';

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
  words: { title, meaning, steps },
  isSerious,
  stop,
  notExcluded,
  what,
  children,
}: {
  readonly words: {
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
          <Title isFirst>{STANDING_STOP[stop.kind].title}</Title>
          <ul>
            {stop.because.map((finding) => (
              <li key={finding.key}>
                <Dated text={findingWords(finding)} />
              </li>
            ))}
          </ul>
          <MeaningAndSteps {...STANDING_STOP[stop.kind]} />
        </section>
      )}
      <section className={isSerious ? 'error-summary' : 'written'}>
        <Title isFirst={stop === null}>{title}</Title>
        {what}
        <MeaningAndSteps meaning={meaning} steps={stop === null || isSerious ? steps : []} />
        {notExcluded === null || stop !== null ? null : (
          <p className="notice">{opioidNotExcluded(notExcluded === 'draft')}</p>
        )}
        {children}
        <FocusOnArrival on={TITLE} />
      </section>
    </>
  );
}
