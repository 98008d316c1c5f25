/** What was typed into a form, kept for the launch: the plan and the answers. */
import { answerFields } from '#lib/review/answer-fields.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { REGIMEN_FIELDS, type RegimenForm } from '#lib/titration/regimen-form.ts';
import type { LaunchWork } from '#lib/visit/launch-work.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { planChosen } from '#lib/visit/plan-history.ts';
import { planOfLaunch } from '#lib/visit/plan-of-launch.ts';
import { typedFields } from './form-fields.ts';

export function regimenTyped(form: FormData): RegimenForm {
  const fields: readonly string[] = REGIMEN_FIELDS;
  return typedFields(form, (field) => fields.includes(field));
}

/** Saves the forms one after the other: each but the last is a step that Undo goes back to. */
export async function saveForms(
  { launch, judgement }: OpenChart,
  ...forms: RegimenForm[]
): Promise<LaunchWork> {
  const { proposedForm } = planOfLaunch(judgement, launch.work);
  let { work } = launch;
  for (const form of forms) {
    const chosen = planChosen(work, form, proposedForm);
    if (chosen !== null) work = await launch.saveWork(chosen);
  }
  return work;
}

function answersTyped({ findings }: Judgement, form: FormData): Record<string, string> {
  const asked = new Set(findings.flatMap((finding) => Object.values(answerFields(finding))));
  return typedFields(form, (field) => asked.has(field));
}

/** The answers to what is asked now; what was typed under another question is left out. */
export function saveAnswers({ launch, judgement }: OpenChart, form: FormData): Promise<LaunchWork> {
  return launch.saveWork({ answerForm: answersTyped(judgement, form) });
}

/** What a form of another version of this app has in common with this one, beside what was kept before. */
export async function saveInCommon(opened: OpenChart, form: FormData): Promise<void> {
  const { launch, judgement } = opened;
  const plan = regimenTyped(form);
  if (Object.keys(plan).length > 0)
    await saveForms(opened, { ...planOfLaunch(judgement, launch.work).form, ...plan });
  const answers = answersTyped(judgement, form);
  if (Object.keys(answers).length > 0)
    await launch.saveWork({ answerForm: { ...launch.work.answerForm, ...answers } });
}
