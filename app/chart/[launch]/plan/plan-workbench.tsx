'use client';

import { type ReactNode, type SubmitEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { painPlot } from '#lib/drawings/pain-history.ts';
import type { PainScore } from '#lib/follow-up/pain-scores.ts';
import type { StartLimits } from '#lib/titration/check-regimen.ts';
import { proposeTitration } from '#lib/titration/propose-titration.ts';
import {
  changedFields,
  formProblems,
  isSameForm,
  type RegimenForm,
  readRegimenForm,
} from '#lib/titration/regimen-form.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import type { Language } from '#lib/words/language.ts';
import { type WorkbenchWords, workbenchWordsFor } from '#lib/words/workbench-words-for.ts';
import { DoseOverTime } from '../parts/dose-over-time.tsx';
import type { Problem } from '../parts/error-summary.tsx';
import { PainOverTime } from '../parts/pain-over-time.tsx';
import { PlanTable, SupplyTotals } from '../parts/plan-table.tsx';
import { PLAN_FORM, UpdateOnEnter } from './presets.tsx';
import { RegimenFields } from './regimen-fields.tsx';

type Drawn = { readonly plan: TitrationPlan } | { readonly problems: readonly Problem[] };

function draw(words: WorkbenchWords, form: RegimenForm, limits: StartLimits): Drawn {
  const read = readRegimenForm(form, limits);
  if ('problems' in read) return { problems: words.regimenFault.formProblemsInWords(read.problems) };
  const proposal = proposeTitration(read.regimen, limits);
  return 'plan' in proposal
    ? proposal
    : { problems: words.regimenFault.formProblemsInWords(formProblems(proposal.faults)) };
}

function planIn(drawn: Drawn): TitrationPlan | undefined {
  return 'plan' in drawn ? drawn.plan : undefined;
}

function typedIn(element: HTMLFormElement): RegimenForm {
  const typed = [...new FormData(element)].filter((entry): entry is [string, string] =>
    entry.every((part) => typeof part === 'string'),
  );
  return Object.fromEntries(typed);
}

function Picture({
  words,
  plan,
  scores,
  lit,
}: {
  readonly words: WorkbenchWords;
  readonly plan: TitrationPlan;
  readonly scores: readonly PainScore[];
  readonly lit: number | null;
}) {
  const pain = painPlot(words, scores, plan);
  return (
    <>
      <DoseOverTime words={words} plan={plan} before={pain?.before ?? 0} after={pain?.after ?? 0} lit={lit} />
      <PainOverTime words={words} scores={scores} plot={pain} />
    </>
  );
}

/**
 * The regimen fields, and the plan they work out to. Drawn on the server; where scripts run, redrawn at each key. The server
 * works the plan out again from the posted fields: nothing calculated here is ever ordered.
 */
export function PlanWorkbench({
  language,
  saved,
  isUntouched,
  proposed,
  limits,
  scores,
  save,
  opening,
  presets,
  measured,
}: {
  readonly language: Language;
  readonly saved: RegimenForm;
  /** The plan is as it was proposed and nobody has changed it yet: its fields are folded away. */
  readonly isUntouched: boolean;
  readonly proposed: RegimenForm;
  readonly limits: StartLimits;
  /** Pain scores of the chart, newest first. */
  readonly scores: readonly PainScore[];
  readonly save: (form: FormData) => Promise<void>;
  /** What stands above the plan, drawn on the server. */
  readonly opening: ReactNode;
  readonly presets: ReactNode;
  /** What was last measured of this patient. */
  readonly measured: ReactNode;
}) {
  const words = workbenchWordsFor(language);
  const [form, setForm] = useState(saved);
  const [isOpen, open] = useState(!isUntouched);
  const fields = useRef<HTMLFormElement>(null);
  const [lit, light] = useState<number | null>(null);
  const drawn = draw(words, form, limits);
  const problems = 'problems' in drawn ? drawn.problems : [];
  // While a number is half typed, the last plan keeps its place unseen, so that the fields do not jump.
  const [plan, keepPlan] = useState(planIn(drawn));
  const take = (typed: RegimenForm) => {
    setForm(typed);
    keepPlan(planIn(draw(words, typed, limits)) ?? plan);
    if (!isSameForm(typed, saved)) open(true);
  };
  // A browser that reloads the page puts back what was typed: it is drawn, and not folded away.
  const takePutBack = useEffectEvent(() => {
    const typed = fields.current === null ? saved : typedIn(fields.current);
    if (!isSameForm(typed, saved)) take(typed);
  });
  useEffect(() => {
    takePutBack();
    const putBack = () => takePutBack();
    window.addEventListener('pageshow', putBack);
    return () => window.removeEventListener('pageshow', putBack);
  }, []);
  const takeBackWhatIsNotSaved = (event: SubmitEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent;
    if (!(submitter instanceof HTMLButtonElement) || submitter.value !== 'undo') return;
    if (isSameForm(form, saved)) return;
    event.preventDefault();
    event.currentTarget.reset();
  };
  const unseen = problems.length === 0 ? undefined : 'not-drawn';
  return (
    <form
      ref={fields}
      id={PLAN_FORM}
      action={save}
      onChange={(event) => take(typedIn(event.currentTarget))}
      onSubmit={takeBackWhatIsNotSaved}
      onReset={() => take(saved)}
      noValidate
      aria-labelledby="plan-title"
      className="workbench"
    >
      <UpdateOnEnter words={words} />
      {opening}
      {plan === undefined ? null : (
        <p>
          {words.plan.why.schedule(plan.regimen.intervalDays)} {words.plan.why.timeToEffect}{' '}
          <cite>{words.plan.why.source}</cite>
        </p>
      )}
      <div className="plan-columns">
        <div className="plan-steps">
          <div className="drawn">
            {problems.length === 0 ? null : <p className="notice">{words.plan.notDrawn}</p>}
            {plan === undefined ? null : (
              <div className={unseen}>
                <PlanTable
                  words={words}
                  plan={plan}
                  proposed={planIn(draw(words, proposed, limits))}
                  lit={{ sequence: lit, light }}
                />
                <SupplyTotals words={words} plan={plan} />
              </div>
            )}
          </div>
          <div className="actions">
            <button type="submit" name="go" value="review" className="primary">
              {words.plan.buttons.review}
            </button>
          </div>
          {presets}
          {measured}
        </div>
        <div className="plan-picture">
          {plan === undefined ? null : (
            <div className={unseen}>
              <h2>{words.plan.picture}</h2>
              <Picture words={words} plan={plan} scores={scores} lit={lit} />
            </div>
          )}
        </div>
        <details open={isOpen} onToggle={(event) => open(event.currentTarget.open)} className="plan-fields">
          <summary>
            <h2>{words.plan.fields.title}</h2>
          </summary>
          <RegimenFields
            words={words}
            form={saved}
            changed={changedFields(form, proposed)}
            problems={problems}
          />
          <div className="actions">
            <button type="submit" name="go" value="update">
              {words.plan.buttons.update}
            </button>
            <button type="submit" name="go" value="undo">
              {words.plan.buttons.undo}
            </button>
          </div>
        </details>
      </div>
    </form>
  );
}
