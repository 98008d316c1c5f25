import { auditRefusal } from '#lib/operations/audit.ts';
import { failureWords, TWO_PATIENTS } from '#lib/words/en/failures.ts';
import { PROBLEM_WORDS } from '#lib/words/en/problem.ts';
import type { CannotOpen } from '../chart/[launch]/open-chart.ts';

/** Whose chart was open, and whom the EHR named. */
function TwoPatients({ patients }: { readonly patients: NonNullable<CannotOpen['patients']> }) {
  const { opened, named } = patients;
  return (
    <dl className="two-patients">
      <dt>{TWO_PATIENTS.opened}</dt>
      <dd>{opened === null ? TWO_PATIENTS.notRead : TWO_PATIENTS.person(opened.name, opened.born)}</dd>
      <dt>{TWO_PATIENTS.named}</dt>
      <dd>{named === null ? TWO_PATIENTS.notLookedAt : TWO_PATIENTS.person(named.name, named.born)}</dd>
    </dl>
  );
}

/** A failure in place of a screen. Rendered on the server; the same words as the launch's own failure page. */
export function Problem({ failure }: { readonly failure: CannotOpen }) {
  auditRefusal(failure);
  const words = failureWords(failure.code);
  const { whatToDo, reference, code, detail } = PROBLEM_WORDS.failure;
  return (
    <main className="problem">
      <h1>{words.title}</h1>
      <p>{words.happened}</p>
      <p className="meaning">{words.meaning}</p>
      {failure.patients === undefined ? null : <TwoPatients patients={failure.patients} />}
      <h2>{whatToDo}</h2>
      <ol>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <dl>
        <dt>{reference}</dt>
        <dd>{failure.reference}</dd>
        <dt>{code}</dt>
        <dd>{failure.code}</dd>
        <dt>{detail}</dt>
        <dd>{failure.detail}</dd>
      </dl>
    </main>
  );
}
