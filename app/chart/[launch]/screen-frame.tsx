import type { ReactNode } from 'react';
import type { Identity } from '../../../lib/display/identity.ts';

export type Step = 'safety' | 'plan' | 'review' | 'done';

const STEPS: readonly { readonly step: Step; readonly name: string }[] = [
  { step: 'safety', name: 'Safety' },
  { step: 'plan', name: 'Plan' },
  { step: 'review', name: 'Review' },
  { step: 'done', name: 'Done' },
];

export interface FrameFacts {
  readonly launchId: string;
  readonly identity: Identity;
  readonly ehrName: string;
  /** "14:05" */
  readonly readAt: string;
  /** What this EHR lets the app write, one sentence. */
  readonly writing: string;
}

/** Whose chart this is. The patient comes from the session that writes, on every screen and print. */
export function IdentityStrip({ identity }: { readonly identity: Identity }) {
  return (
    <header className="identity">
      <strong className="identity-name">{identity.name}</strong>
      <span>
        <span className="label">Born</span> {identity.born}
      </span>
      <span>
        <span className="label">Sex</span> {identity.sex}
      </span>
      <span>
        <span className="label">ID</span> {identity.recordNumber}
      </span>
    </header>
  );
}

export function StepList({ current }: { readonly current: Step }) {
  const reached = STEPS.findIndex(({ step }) => step === current);
  return (
    <nav aria-label="Steps">
      <ol className="steps">
        {STEPS.map(({ step, name }, index) => (
          <li
            key={step}
            aria-current={step === current ? 'step' : undefined}
            className={index < reached ? 'past' : undefined}
          >
            <span className="step-number">{index + 1}</span> {name}
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
  return (
    <div className="screen">
      <IdentityStrip identity={facts.identity} />
      <StepList current={step} />
      <main>{children}</main>
      <footer className="frame-foot">
        <p>
          Read from {facts.ehrName} at {facts.readAt}{' '}
          <a href={`/chart/${facts.launchId}/${step}?refresh=1`}>Refresh</a>
        </p>
        {step === 'safety' ? null : <p>{facts.writing}</p>}
      </footer>
    </div>
  );
}
