import { failureWords } from '../../lib/display/failures.ts';
import { auditRefusal } from '../../lib/launch/audit.ts';
import type { LaunchFailure } from '../../lib/launch/session.ts';

/** A failure in place of a screen. Rendered on the server; the same words as the launch's own failure page. */
export function Problem({ failure }: { readonly failure: LaunchFailure }) {
  auditRefusal(failure);
  const words = failureWords(failure.code);
  return (
    <main className="problem">
      <h1>{words.title}</h1>
      <p>{words.happened}</p>
      <p className="meaning">{words.meaning}</p>
      <h2>What to do</h2>
      <ol>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <dl>
        <dt>Reference</dt>
        <dd>{failure.reference}</dd>
        <dt>Code</dt>
        <dd>{failure.code}</dd>
        <dt>Detail for IT</dt>
        <dd>{failure.detail}</dd>
      </dl>
    </main>
  );
}
