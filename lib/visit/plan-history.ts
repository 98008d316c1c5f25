/** The plan a launch stands at and what stood before it, for Undo. The proposal is one of the plans that can be gone back to. */

import { isSameForm, type RegimenForm } from '#lib/titration/regimen-form.ts';
import type { LaunchWork } from './launch-work.ts';

type OrderedPlan = Pick<LaunchWork, 'regimenForm' | 'plansBefore' | 'planKeptAt'>;

/** POLICY: plans that can be gone back to. */
export const STEPS_BACK = 10;

/**
 * `form` takes the place of what stands, which is kept for Undo; null where it stands already. A form that says what the proposal says
 * is the proposal, and follows the chart. What is chosen here is this launch's own plan, wherever it began.
 */
export function planChosen(work: OrderedPlan, form: RegimenForm, proposed: RegimenForm): OrderedPlan | null {
  const regimenForm = isSameForm(form, proposed) ? null : form;
  const standsAlready =
    regimenForm === null || work.regimenForm === null
      ? regimenForm === work.regimenForm
      : isSameForm(regimenForm, work.regimenForm);
  if (standsAlready) return null;
  const plansBefore = [work.regimenForm, ...(work.plansBefore ?? [])].slice(0, STEPS_BACK);
  return { regimenForm, plansBefore, planKeptAt: null };
}

/** What stood before stands again; null where there is nothing to go back to. */
export function planTakenBack({ plansBefore }: OrderedPlan): OrderedPlan | null {
  const [regimenForm, ...earlier] = plansBefore ?? [];
  return regimenForm === undefined ? null : { regimenForm, plansBefore: earlier, planKeptAt: null };
}
