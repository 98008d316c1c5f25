/** The plan a launch stands at: the proposal, what was typed over it and what that works out to. */

import { followUpPlan } from '#lib/follow-up/follow-up-plan.ts';
import { asksSlowerPlan } from '#lib/review/answered.ts';
import { earliestStartAllowed } from '#lib/review/earliest-start.ts';
import { type AnswerProblem, readAnswers } from '#lib/review/read-answers.ts';
import type { Answers } from '#lib/review/reviewed-plan.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { StartLimits } from '#lib/titration/check-regimen.ts';
import { PRESETS, proposeRegimen } from '#lib/titration/propose-regimen.ts';
import { type Proposal, proposeTitration } from '#lib/titration/propose-titration.ts';
import type { Regimen } from '#lib/titration/regimen.ts';
import {
  type FormProblem,
  formOf,
  formProblems,
  type RegimenForm,
  readRegimenForm,
} from '#lib/titration/regimen-form.ts';
import type { DecidedFollowUp, LaunchWork } from './launch-work.ts';

export interface PlanOfLaunch {
  readonly proposed: Regimen;
  readonly proposedForm: RegimenForm;
  /** As typed, or the proposal. */
  readonly form: RegimenForm;
  readonly limits: StartLimits;
  /** Null while the form cannot be read; `problems` then says why. */
  readonly proposal: Proposal | null;
  readonly problems: readonly FormProblem[];
  readonly answers: Answers;
  readonly answerProblems: readonly AnswerProblem[];
}

/** The plan as this launch has it now: proposed, edited, or following an order. Pure; nothing typed is changed. */
export function planOfLaunch(judgement: Judgement, work: LaunchWork): PlanOfLaunch {
  const { answers, problems: answerProblems } = readAnswers(work.answerForm ?? {}, judgement);
  const earliestStart = earliestStartAllowed(judgement, answers);
  const limits = { asOf: judgement.asOf, earliestStart };
  const proposed = proposeRegimen(earliestStart, {
    ...(asksSlowerPlan(judgement, answers) ? PRESETS.gentle : {}),
    filler: judgement.filler,
  });
  const proposedForm = formOf(proposed);
  const form = work.regimenForm ?? proposedForm;
  const same = { proposed, proposedForm, form, limits, answers, answerProblems };

  if (work.followUp != null) return { ...same, ...planOfFollowUp(work.followUp, judgement, answers, limits) };
  const read = readRegimenForm(form, limits);
  if ('problems' in read) return { ...same, proposal: null, problems: read.problems };
  const proposal = proposeTitration(read.regimen, limits);
  return { ...same, proposal, problems: 'faults' in proposal ? formProblems(proposal.faults) : [] };
}

/** What follows the order that stands; no form of a titration shapes it. */
function planOfFollowUp(
  { response, preparation, strengths, repeats }: DecidedFollowUp,
  judgement: Judgement,
  answers: Answers,
  limits: StartLimits,
): Pick<PlanOfLaunch, 'proposal' | 'problems'> {
  const proposal = followUpPlan(
    response,
    {
      preparation,
      strengths,
      filler: judgement.filler,
      firstNight: null,
      repeats,
      isSlower: asksSlowerPlan(judgement, answers),
    },
    limits,
  );
  return { proposal, problems: [] };
}
