'use client';

import { type ReactNode, type SubmitEvent, useState } from 'react';
import { type PainScore, painPlot } from '../../../../lib/display/pain-history.ts';
import {
  changedFields,
  formProblems,
  isSameForm,
  type RegimenForm,
  readRegimenForm,
} from '../../../../lib/display/regimen-form.ts';
import type { StartLimits } from '../../../../lib/titration/check-regimen.ts';
import { proposeTitration } from '../../../../lib/titration/propose-titration.ts';
import type { TitrationPlan } from '../../../../lib/titration/titration-plan.ts';
import type { Problem } from '../error-summary.tsx';
import { DoseOverTime } from './dose-over-time.tsx';
import { PainOverTime } from './pain-over-time.tsx';
import { PlanTable, SupplyTotals } from './plan-table.tsx';
import { RegimenFields } from './regimen-fields.tsx';

type Drawn = { readonly plan: TitrationPlan } | { readonly problems: readonly Problem[] };

function draw(form: RegimenForm, limits: StartLimits): Drawn {
  const read = readRegimenForm(form);
  if ('problems' in read) return { problems: read.problems };
  const proposal = proposeTitration(read.regimen, limits);
  return 'plan' in proposal ? proposal : { problems: formProblems(proposal.faults) };
}

function Preview({
  drawn,
  scores,
  lit,
}: {
  readonly drawn: Drawn;
  readonly scores: readonly PainScore[];
  readonly lit: number | null;
}) {
  if ('problems' in drawn) {
    return <p className="notice">No plan is drawn while a field is outside its limits.</p>;
  }
  const pain = painPlot(scores, drawn.plan);
  return (
    <>
      <DoseOverTime plan={drawn.plan} before={pain?.before ?? 0} lit={lit} />
      <PainOverTime scores={scores} plot={pain} />
      <SupplyTotals plan={drawn.plan} />
    </>
  );
}

/**
 * The regimen fields, and the plan they work out to. Drawn on the server; where scripts run, redrawn at each key. The server
 * works the plan out again from the posted fields: nothing calculated here is ever ordered.
 */
export function PlanWorkbench({
  saved,
  proposed,
  limits,
  scores,
  save,
  hidden,
  buttons,
}: {
  readonly saved: RegimenForm;
  readonly proposed: RegimenForm;
  readonly limits: StartLimits;
  /** Pain scores of the chart, newest first. */
  readonly scores: readonly PainScore[];
  readonly save: (form: FormData) => Promise<void>;
  readonly hidden: ReactNode;
  readonly buttons: ReactNode;
}) {
  const [form, setForm] = useState(saved);
  const [lit, light] = useState<number | null>(null);
  const drawn = draw(form, limits);
  const problems = 'problems' in drawn ? drawn.problems : [];
  const redraw = (element: HTMLFormElement) => {
    const typed = [...new FormData(element)].filter((entry): entry is [string, string] =>
      entry.every((part) => typeof part === 'string'),
    );
    setForm(Object.fromEntries(typed));
  };
  const takeBackWhatIsNotSaved = (event: SubmitEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent;
    if (!(submitter instanceof HTMLButtonElement) || submitter.value !== 'undo') return;
    if (isSameForm(form, saved)) return;
    event.preventDefault();
    event.currentTarget.reset();
  };
  return (
    <form
      action={save}
      onChange={(event) => redraw(event.currentTarget)}
      onSubmit={takeBackWhatIsNotSaved}
      onReset={() => setForm(saved)}
      noValidate
      className="workbench"
    >
      {hidden}
      <div className="plan-columns">
        <div className="plan-steps">
          {'plan' in drawn ? <PlanTable plan={drawn.plan} lit={{ sequence: lit, light }} /> : null}
        </div>
        <div className="plan-picture">
          <h2>Dose over time</h2>
          <Preview drawn={drawn} scores={scores} lit={lit} />
        </div>
        <section aria-labelledby="regimen" className="plan-fields">
          <h2 id="regimen">Change the plan</h2>
          <RegimenFields form={saved} changed={changedFields(form, proposed)} problems={problems} />
        </section>
      </div>
      {buttons}
    </form>
  );
}
