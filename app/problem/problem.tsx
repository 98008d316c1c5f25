import type { ChartPatient } from '#lib/chart/chart.ts';
import { auditRefusal } from '#lib/operations/audit.ts';
import type { CannotOpen } from '#lib/visit/open-chart.ts';
import { failureWords, TWO_PATIENTS } from '#lib/words/en/failures.ts';
import { identityOf } from '#lib/words/en/identity.ts';
import { PROBLEM_WORDS } from '#lib/words/en/problem.ts';
import { FormToken } from '../chart/[launch]/parts/form-guard.tsx';
import { sayPrescriber } from '../chart/[launch]/say-prescriber.ts';

/** Whose chart was open, and whom the EHR named. */
function TwoPatients({ patients }: { readonly patients: NonNullable<CannotOpen['patients']> }) {
  const person = (patient: ChartPatient) => {
    const { name, born } = identityOf(patient, patients.today);
    return TWO_PATIENTS.person(name, born);
  };
  const { opened, named } = patients;
  return (
    <dl className="two-patients">
      <dt>{TWO_PATIENTS.opened}</dt>
      <dd>{opened === null ? TWO_PATIENTS.notRead : person(opened)}</dd>
      <dt>{TWO_PATIENTS.named}</dt>
      <dd>{named === null ? TWO_PATIENTS.notLookedAt : person(named)}</dd>
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
      {failure.ask === undefined ? null : (
        <form action={sayPrescriber.bind(null, failure.ask.launchId)} className="actions">
          <FormToken token={failure.ask.formToken} />
          <button type="submit" className="primary">
            {PROBLEM_WORDS.sayPrescriber}
          </button>
        </form>
      )}
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
