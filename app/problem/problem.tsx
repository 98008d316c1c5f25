import { failureWords, TWO_PATIENTS } from '../../lib/display/failures.ts';
import { auditRefusal } from '../../lib/launch/audit.ts';
import type { CannotOpen } from '../chart/[launch]/open-chart.ts';

/** Whose chart was open, and whom the EHR named. */
function TwoPatients({ patients }: { readonly patients: NonNullable<CannotOpen['patients']> }) {
  const { opened, named } = patients;
  return (
    <dl className="two-patients">
      <dt>{TWO_PATIENTS.opened}</dt>
      <dd>{opened === null ? TWO_PATIENTS.notRead : `${opened.name}, born ${opened.born}`}</dd>
      <dt>{TWO_PATIENTS.named}</dt>
      <dd>{named === null ? TWO_PATIENTS.notLookedAt : `${named.name}, born ${named.born}`}</dd>
    </dl>
  );
}

/** A failure in place of a screen. Rendered on the server; the same words as the launch's own failure page. */
export function Problem({ failure }: { readonly failure: CannotOpen }) {
  auditRefusal(failure);
  const words = failureWords(failure.code);
  return (
    <main className="problem">
      <h1>{words.title}</h1>
      <p>{words.happened}</p>
      <p className="meaning">{words.meaning}</p>
      {failure.patients === undefined ? null : <TwoPatients patients={failure.patients} />}
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
