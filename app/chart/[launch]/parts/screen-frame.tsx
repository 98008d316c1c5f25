import type { ReactNode } from 'react';
import { FRAME_WORDS, STEPS, type Step } from '#lib/words/en/frame.ts';
import type { Identity } from '#lib/words/en/identity.ts';
import type { FrameFacts } from './frame-facts.ts';

/** Whose chart this is. The patient comes from the session that writes, on every screen and print. */
export function IdentityStrip({ identity }: { readonly identity: Identity }) {
  const words = FRAME_WORDS.identity;
  return (
    <header className="identity">
      <strong className="identity-name">
        <bdi>{identity.name}</bdi>
      </strong>
      <span>
        <span className="label">{words.born}</span> {identity.born}
      </span>
      <span>
        <span className="label">{words.sex}</span> {identity.sex}
      </span>
      <span>
        <span className="label">{words.recordNumber}</span> {identity.recordNumber}
      </span>
    </header>
  );
}

export function StepList({ current }: { readonly current: Step }) {
  const { label, names } = FRAME_WORDS.steps;
  const reached = STEPS.indexOf(current);
  return (
    <nav aria-label={label}>
      <ol className="steps">
        {STEPS.map((step, index) => (
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

/** What stands on every screen: the patient, the steps, when the chart was read and what may be written. */
export function ScreenFrame({
  facts,
  step,
  children,
}: {
  readonly facts: FrameFacts;
  readonly step: Step;
  readonly children: ReactNode;
}) {
  const { readFrom, refresh, clocksApart } = FRAME_WORDS.foot;
  return (
    <div className="screen">
      <IdentityStrip identity={facts.identity} />
      <StepList current={step} />
      <main>
        {children}
        <footer className="frame-foot">
          <p>
            {readFrom(facts.ehrName, facts.readAt)}{' '}
            <a href={`/chart/${facts.launchId}/${step}?refresh=1`}>{refresh}</a>
          </p>
          {facts.clockApart === null ? null : <p role="note">{clocksApart(facts.clockApart)}</p>}
          {step === 'safety' ? null : <p>{facts.writing}</p>}
        </footer>
      </main>
    </div>
  );
}
