'use server';

import { redirect } from 'next/navigation';
import { blockingFindings } from '../../../lib/display/judgement-words.ts';
import { formOf, REGIMEN_FIELDS, type RegimenForm } from '../../../lib/display/regimen-form.ts';
import type { LaunchWork } from '../../../lib/launch/launch-work.ts';
import { sameSecret } from '../../../lib/launch/secrets.ts';
import { answerFields } from '../../../lib/review/answer-fields.ts';
import { reviewMark } from '../../../lib/review/marks.ts';
import { PRESETS, type PresetId } from '../../../lib/titration/propose-regimen.ts';
import { textField, typedFields } from './form-fields.ts';
import { SHOWN_FIELD, TOKEN_FIELD } from './form-guard.tsx';
import { type OpenChart, openChart } from './open-chart.ts';
import { planOfLaunch } from './plan-of-launch.ts';
import { writeReviewed } from './write-reviewed.ts';

type Screen = 'safety' | 'plan' | 'review' | 'done';

function screenAddress(launchId: string, screen: Screen, query = ''): string {
  return `/chart/${encodeURIComponent(launchId)}/${screen}${query}`;
}

/** Opens the launch a form was posted for. Leaves for Safety where it is over, blocked, or the form is not of this launch. */
async function openForForm(launchId: string, form: FormData, screen: Screen): Promise<OpenChart> {
  const opened = await openChart(launchId, 'recent');
  if ('failed' in opened) redirect(screenAddress(launchId, 'safety'));
  if (!sameSecret(opened.launch.session.formToken, textField(form, TOKEN_FIELD))) {
    redirect(screenAddress(launchId, screen, '?form=foreign'));
  }
  if (blockingFindings(opened.judgement).length > 0) {
    redirect(screenAddress(launchId, 'safety', `?closed=${screen}`));
  }
  return opened;
}

/** Fields of the form before this one, kept beside it so that one step can be taken back. */
const BEFORE = 'before:';

function withUndo(typed: RegimenForm, before: RegimenForm | null): RegimenForm {
  const kept = Object.entries(before ?? {}).filter(([field]) => !field.startsWith(BEFORE));
  return { ...typed, ...Object.fromEntries(kept.map(([field, value]) => [`${BEFORE}${field}`, value])) };
}

function undone(form: RegimenForm | null): RegimenForm | null {
  const before = Object.entries(form ?? {})
    .filter(([field]) => field.startsWith(BEFORE))
    .map(([field, value]) => [field.slice(BEFORE.length), value] as const);
  return before.length === 0 ? null : Object.fromEntries(before);
}

export async function choosePreset(launchId: string, form: FormData): Promise<void> {
  const { launch, judgement } = await openForForm(launchId, form, 'plan');
  const { regimenForm } = launch.work;
  const preset = textField(form, 'preset');
  if (preset === 'proposal') {
    await launch.saveWork({ regimenForm: null });
  } else if (Object.hasOwn(PRESETS, preset)) {
    const { limits, form: before } = planOfLaunch(judgement, launch.work);
    const startDate = limits.earliestStart ?? limits.asOf;
    const chosen = { ...PRESETS[preset as PresetId].choices, startDate };
    const filler = chosen.preparation === 'capsules' ? judgement.filler : null;
    await launch.saveWork({ regimenForm: withUndo(formOf({ ...chosen, filler }), regimenForm ?? before) });
  }
  redirect(screenAddress(launchId, 'plan'));
}

export async function savePlan(launchId: string, form: FormData): Promise<void> {
  const { launch, judgement } = await openForForm(launchId, form, 'plan');
  const before = planOfLaunch(judgement, launch.work).form;
  const go = textField(form, 'go');
  if (go === 'undo') {
    await launch.saveWork({ regimenForm: undone(launch.work.regimenForm) });
    redirect(screenAddress(launchId, 'plan'));
  }
  const fields: readonly string[] = REGIMEN_FIELDS;
  const typed = typedFields(form, (field) => fields.includes(field));
  const work = await launch.saveWork({ regimenForm: withUndo(typed, before) });
  const { proposal } = planOfLaunch(judgement, work);
  const isPlan = proposal !== null && 'plan' in proposal;
  redirect(
    go === 'review' && isPlan
      ? screenAddress(launchId, 'review')
      : screenAddress(launchId, 'plan', isPlan ? '' : '?check=1'),
  );
}

export async function submitReview(launchId: string, form: FormData): Promise<void> {
  const opened = await openForForm(launchId, form, 'review');
  const asked = new Set(opened.judgement.findings.flatMap((finding) => Object.values(answerFields(finding))));
  const answerForm = typedFields(form, (field) => asked.has(field));
  const work: LaunchWork = await opened.launch.saveWork({ answerForm });
  if (textField(form, 'go') !== 'write') redirect(screenAddress(launchId, 'review'));

  // The chart read since, or another window of this launch, may have changed what this form showed.
  const { proposal } = planOfLaunch(opened.judgement, work);
  const plan = proposal !== null && 'plan' in proposal ? proposal.plan : null;
  if (textField(form, SHOWN_FIELD) !== reviewMark(opened.judgement, plan)) {
    redirect(screenAddress(launchId, 'review', '?form=outdated'));
  }

  const sendAgain = textField(form, 'send-again') === 'yes';
  const written = await writeReviewed(opened, work, sendAgain);
  const address: Readonly<Record<typeof written, string>> = {
    done: screenAddress(launchId, 'done'),
    unanswered: screenAddress(launchId, 'review', '?check=1'),
    'not-written': screenAddress(launchId, 'review', '?write=failed'),
    changed: screenAddress(launchId, 'review', '?refresh=1'),
    blocked: screenAddress(launchId, 'safety', '?closed=write'),
  };
  redirect(address[written]);
}
