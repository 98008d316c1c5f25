import type { ChartPatient } from '#lib/chart/chart.ts';
import { auditRefusal } from '#lib/operations/audit.ts';
import type { CannotOpen } from '#lib/visit/cannot-open.ts';
import type { Words } from '#lib/words/words-for.ts';
import { FormToken } from '../chart/[launch]/parts/form-guard.tsx';
import { sayPrescriber } from '../chart/[launch]/say-prescriber.ts';

/** Whose chart was open, and whom the EHR named. */
function TwoPatients({
  words,
  patients,
}: {
  readonly words: Words;
  readonly patients: NonNullable<CannotOpen['patients']>;
}) {
  const person = (patient: ChartPatient) => {
    const { name, born } = words.identity.identityOf(patient, patients.today);
    return words.failures.twoPatients.person(name, born);
  };
  const { opened, named } = patients;
  return (
    <dl className="two-patients">
      <dt>{words.failures.twoPatients.opened}</dt>
      <dd>{opened === null ? words.failures.twoPatients.notRead : person(opened)}</dd>
      <dt>{words.failures.twoPatients.named}</dt>
      <dd>{named === null ? words.failures.twoPatients.notLookedAt : person(named)}</dd>
    </dl>
  );
}

/** A failure in place of a screen. Rendered on the server; the same words as the launch's own failure page. */
export function Problem({ words, failure }: { readonly words: Words; readonly failure: CannotOpen }) {
  auditRefusal(failure);
  const said = words.failures.failureWords(failure.code);
  const { whatToDo, reference, code, detail } = words.problem.failure;
  return (
    <main className="problem">
      <h1>{said.title}</h1>
      <p>{said.happened}</p>
      <p className="meaning">{said.meaning}</p>
      {failure.patients === undefined ? null : <TwoPatients words={words} patients={failure.patients} />}
      <h2>{whatToDo}</h2>
      <ol>
        {said.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {failure.ask === undefined ? null : (
        <form action={sayPrescriber.bind(null, failure.ask.launchId)} className="actions">
          <FormToken token={failure.ask.formToken} />
          <button type="submit" className="primary">
            {words.problem.sayPrescriber}
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
