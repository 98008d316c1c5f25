import type { ReactNode } from 'react';
import { FOLLOW_UP_STEPS, type Identity, STEPS, type Step } from '#lib/words/shapes.ts';
import type { Words } from '#lib/words/words-for.ts';
import type { FrameFacts } from './frame-facts.ts';

/** Whose chart this is. The patient comes from the session that writes, on every screen and print. */
export function IdentityStrip({ words, identity }: { readonly words: Words; readonly identity: Identity }) {
  const { born, sex, recordNumber } = words.frame.identity;
  return (
    <header className="identity">
      <strong className="identity-name">
        <bdi>{identity.name}</bdi>
      </strong>
      <span>
        <span className="label">{born}</span> {identity.born}
      </span>
      <span>
        <span className="label">{sex}</span> {identity.sex}
      </span>
      <span>
        <span className="label">{recordNumber}</span> {identity.recordNumber}
      </span>
    </header>
  );
}

export function StepList({
  words,
  current,
  isFollowUp = current === 'follow-up',
}: {
  readonly words: Words;
  readonly current: Step;
  readonly isFollowUp?: boolean;
}) {
  const { label, names } = words.frame.steps;
  const steps: readonly Step[] = isFollowUp && current !== 'safety' ? FOLLOW_UP_STEPS : STEPS;
  const reached = steps.indexOf(current);
  return (
    <nav aria-label={label}>
      <ol className="steps">
        {steps.map((step, index) => (
          <li
            key={step}
            aria-current={step === current ? 'step' : undefined}
            className={index < reached ? 'past' : undefined}
          >
            <span className="step-number">{index + 1}</span> {names[step]}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Screens that say by themselves what may be written. */
const SAID_ABOVE: ReadonlySet<Step> = new Set(['safety', 'review']);

/** What stands on every screen: the patient, the steps, when the chart was read and what may be written. */
export function ScreenFrame({
  words,
  facts,
  step,
  children,
}: {
  readonly words: Words;
  readonly facts: FrameFacts;
  readonly step: Step;
  readonly children: ReactNode;
}) {
  const { readFrom, refresh, clocksApart } = words.frame.foot;
  return (
    <div className="screen">
      <IdentityStrip words={words} identity={facts.identity} />
      <StepList words={words} current={step} isFollowUp={step === 'follow-up' || facts.isFollowUp} />
      <main>
        {children}
        <footer className="frame-foot">
          <p>
            {readFrom(facts.ehrName, facts.readAt)}{' '}
            <a href={`/chart/${facts.launchId}/${step}?refresh=1`}>{refresh}</a>
          </p>
          {facts.clockApart === null ? null : <p role="note">{clocksApart(facts.clockApart)}</p>}
          {SAID_ABOVE.has(step) ? null : <p>{facts.writing}</p>}
        </footer>
      </main>
    </div>
  );
}
