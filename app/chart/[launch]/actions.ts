'use server';

import { randomUUID } from 'node:crypto';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { FOLLOW_UP_FIELDS } from '#lib/follow-up/follow-up-form.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import { markOf, reviewMark } from '#lib/review/marks.ts';
import { blockingFindings } from '#lib/safety/blocking-findings.ts';
import { sameSecret } from '#lib/store/secrets.ts';
import { PRESETS, type PresetId } from '#lib/titration/propose-regimen.ts';
import { formOfPreset, isSameForm } from '#lib/titration/regimen-form.ts';
import { beginBeside } from '#lib/visit/beside-the-draft.ts';
import { followUpOf } from '#lib/visit/follow-up-of-launch.ts';
import type { LaunchWork } from '#lib/visit/launch-work.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { hasStandingDraft, mayPlanAnew, standsByThisLaunch } from '#lib/visit/own-orders.ts';
import { planTakenBack } from '#lib/visit/plan-history.ts';
import { type PlanOfLaunch, planOfLaunch } from '#lib/visit/plan-of-launch.ts';
import { mayRecordScore, recordScore, scoreToRecord } from '#lib/visit/record-score.ts';
import {
  type AfterWriting,
  keepHandedOver,
  keepPersonLooked,
  prepareReviewed,
  writeReviewed,
} from '#lib/visit/write-reviewed.ts';
import { withWritingNow } from '#lib/visit/writing-now.ts';
import { handedOverSchema } from '#lib/web-messaging/messages.ts';
import { textField, textGiven, typedFields } from './form-fields.ts';
import { regimenTyped, saveAnswers, saveForms } from './keep-typed.ts';
import { openChart } from './open-chart.ts';
import { NOT_THERE_FIELD, RUNG_FIELD, SHOWN_FIELD, TOKEN_FIELD } from './parts/form-guard.tsx';

type Screen = 'safety' | 'follow-up' | 'plan' | 'review' | 'done';

function screenAddress(launchId: string, screen: Screen, query = ''): string {
  return `/chart/${encodeURIComponent(launchId)}/${screen}${query}`;
}

type Turned = { readonly go: string };

/** Opens the launch a form was posted for; or where to go where it is over, blocked, or the form is not of this launch. */
async function openedFor(launchId: string, token: string, screen: Screen): Promise<OpenChart | Turned> {
  const opened = await openChart(textGiven(launchId), 'recent');
  if ('failed' in opened) return { go: screenAddress(launchId, 'safety') };
  if (!sameSecret(opened.launch.session.formToken, textGiven(token))) {
    return { go: screenAddress(launchId, screen, '?form=foreign') };
  }
  return opened;
}

/** Where a check that blocks leads: to the draft of this app where one stands, else to Safety, which says why. */
async function addressOfBlock(launchId: string, opened: OpenChart, closed: string): Promise<string> {
  return (await hasStandingDraft(opened))
    ? screenAddress(launchId, 'done')
    : screenAddress(launchId, 'safety', `?closed=${closed}`);
}

async function openForForm(launchId: string, form: FormData, screen: Screen): Promise<OpenChart> {
  const opened = await openedFor(launchId, textField(form, TOKEN_FIELD), screen);
  if ('go' in opened) redirect(opened.go);
  if (blockingFindings(opened.judgement).length > 0) redirect(await addressOfBlock(launchId, opened, screen));
  return opened;
}

/** The form that a button above the fields asks for while `form` stands; null where no button has that name. */
function formOfChoice(choice: string, { form, proposed, proposedForm, limits }: PlanOfLaunch) {
  if (choice === 'proposal') return proposedForm;
  return Object.hasOwn(PRESETS, choice)
    ? formOfPreset(PRESETS[choice as PresetId], { form, proposed, limits })
    : null;
}

export async function savePlan(launchId: string, form: FormData): Promise<void> {
  const opened = await openForForm(launchId, form, 'plan');
  const { launch, judgement } = opened;
  const go = textField(form, 'go');
  const typed = regimenTyped(form);
  const shown = planOfLaunch(judgement, launch.work);
  if (go === 'undo') {
    const before = planTakenBack(launch.work);
    // What was typed and not yet saved is the first step back.
    const isSaved = isSameForm(typed, shown.form);
    if (isSaved && before !== null) await launch.saveWork(before);
    redirect(screenAddress(launchId, 'plan'));
  }
  const chosen = formOfChoice(textField(form, 'preset'), { ...shown, form: typed });
  if (chosen !== null) {
    await saveForms(opened, typed, chosen);
    redirect(screenAddress(launchId, 'plan'));
  }
  const { proposal } = planOfLaunch(judgement, await saveForms(opened, typed));
  const isPlan = proposal !== null && 'plan' in proposal;
  redirect(
    go === 'review' && isPlan
      ? screenAddress(launchId, 'review')
      : screenAddress(launchId, 'plan', isPlan ? '' : '?check=1'),
  );
}

/** The answers of a follow-up; with the draft they give where that is what the page showed. */
export async function submitFollowUp(launchId: string, form: FormData): Promise<void> {
  const opened = await openedFor(launchId, textField(form, TOKEN_FIELD), 'follow-up');
  if ('go' in opened) redirect(opened.go);
  const fields: readonly string[] = FOLLOW_UP_FIELDS;
  const followUpForm = typedFields(form, (field) => fields.includes(field));
  const { response, problems, decided, visit, judgement } = await followUpOf(opened, followUpForm);
  const { draft, outcome } = response;
  const asksDraft = textField(form, 'go') === 'draft';
  const isAsShown = textField(form, SHOWN_FIELD) === markOf({ outcome, draft });
  const isReady = asksDraft && problems.length === 0 && draft !== null && isAsShown;
  await opened.launch.saveWork({ followUpForm, followUp: isReady ? decided : null });
  if (textField(form, 'go') === 'record' && problems.length === 0 && mayRecordScore(judgement)) {
    const score = scoreToRecord(visit.answers, opened.launch.session.patientId, opened.judgement.asOf);
    if (score !== null) await recordScore(opened, score);
  }
  if (isReady) redirect(screenAddress(launchId, 'review'));
  const query = problems.length > 0 ? '?check=1' : asksDraft ? '?changed=1' : '';
  redirect(screenAddress(launchId, 'follow-up', query));
}

/** Another server of ours may have shown the form: where it showed another way of writing than is remembered here, the EHR is asked. */
async function withWritingShown(opened: OpenChart, form: FormData): Promise<OpenChart> {
  return textField(form, RUNG_FIELD) === opened.writing.rung ? opened : withWritingNow(opened);
}

/** Saves the answers. Where to go when they are only to be saved, or the form is no longer what it showed. */
async function takeReview(launchId: string, opened: OpenChart, form: FormData): Promise<LaunchWork | Turned> {
  const { launch, judgement, writing } = opened;
  const shown = textField(form, SHOWN_FIELD);
  const markOf = (work: LaunchWork) => {
    const { proposal } = planOfLaunch(judgement, work);
    const plan = proposal !== null && 'plan' in proposal ? proposal.plan : null;
    return reviewMark(judgement, plan, writing.rung);
  };
  const wasAsShown = markOf(launch.work) === shown;
  const work = await saveAnswers(opened, form);
  if (textField(form, 'go') !== 'write') return { go: screenAddress(launchId, 'review', '?saved=1') };

  // The chart read since, another window of this launch, or the EHR itself may have changed what this form showed; or these very answers.
  if (markOf(work) === shown) return work;
  return { go: screenAddress(launchId, 'review', wasAsShown ? '?form=moved' : '?form=outdated') };
}

function addressAfter(launchId: string, ended: AfterWriting): string {
  const address: Readonly<Record<AfterWriting, string>> = {
    done: screenAddress(launchId, 'done'),
    'another-stands': screenAddress(launchId, 'done', '?refresh=1'),
    unanswered: screenAddress(launchId, 'review', '?check=1'),
    'not-written': screenAddress(launchId, 'review', '?write=failed'),
    changed: screenAddress(launchId, 'review', '?refresh=1'),
    blocked: screenAddress(launchId, 'safety', '?closed=write'),
  };
  return address[ended];
}

/** The sendings that the person who posts this form looked for and did not find. */
async function takePersonLooked(opened: OpenChart, form: FormData): Promise<void> {
  const sendings = textField(form, NOT_THERE_FIELD).split(' ').filter(Boolean);
  if (sendings.length > 0) await keepPersonLooked(opened, sendings);
}

export async function submitReview(launchId: string, form: FormData): Promise<void> {
  const opened = await withWritingShown(await openForForm(launchId, form, 'review'), form);
  await takePersonLooked(opened, form);
  const work = await takeReview(launchId, opened, form);
  if ('go' in work) redirect(work.go);
  redirect(addressAfter(launchId, await writeReviewed(opened, work)));
}

/** For the page that hands the draft to the EHR's window: the orders, once, or where to go instead. */
export async function prepareHandOver(
  launchId: string,
  form: FormData,
): Promise<Turned | { readonly requests: readonly DraftRequest[] }> {
  const found = await openedFor(launchId, textField(form, TOKEN_FIELD), 'review');
  if ('go' in found) return found;
  const opened = await withWritingShown(found, form);
  if (opened.writing.rung !== 'web-messaging') return { go: screenAddress(launchId, 'review') };
  if (blockingFindings(opened.judgement).length > 0)
    return { go: await addressOfBlock(launchId, opened, 'review') };
  await takePersonLooked(opened, form);
  const work = await takeReview(launchId, opened, form);
  if ('go' in work) return work;
  const prepared = await prepareReviewed(opened, work);
  return 'order' in prepared
    ? { requests: prepared.order.requests }
    : { go: addressAfter(launchId, prepared.ended) };
}

/** What the EHR's window answered, told by the page; where to go next. */
export async function reportHandOver(launchId: string, token: string, answers: unknown): Promise<string> {
  if (!Array.isArray(answers)) notFound();
  const found = await openedFor(launchId, token, 'review');
  if ('go' in found) return found.go;
  // What became of a draft that the app itself sent is not the page's to tell.
  const opened = found.writing.rung === 'web-messaging' ? found : await withWritingNow(found);
  if (opened.writing.rung !== 'web-messaging') return screenAddress(launchId, 'review');
  const read = z.array(handedOverSchema).max(MOST_ORDERS).safeParse(answers);
  return addressAfter(launchId, await keepHandedOver(opened, read.success ? read.data : []));
}

/** What goes beside the draft of this launch, where it was not written with it. */
export async function writeBesideNow(launchId: string, form: FormData): Promise<void> {
  const opened = await openedFor(launchId, textField(form, TOKEN_FIELD), 'done');
  if ('go' in opened) redirect(opened.go);
  const { sent } = opened.launch.work;
  if (sent !== null && standsByThisLaunch(opened)) await beginBeside(opened, sent);
  redirect(screenAddress(launchId, 'done'));
}

/** Capsules come in at most this many strengths at once. */
const MOST_ORDERS = 12;

/** The draft of this launch is over: the next one is another draft, with an identifier of its own, and a preset of its own where one was chosen. */
export async function planAnew(launchId: string, form: FormData): Promise<void> {
  const opened = await openedFor(launchId, textField(form, TOKEN_FIELD), 'done');
  if ('go' in opened) redirect(opened.go);
  if (await mayPlanAnew(opened)) {
    const { launch, judgement } = opened;
    const chosen = formOfChoice(textField(form, 'preset'), planOfLaunch(judgement, launch.work));
    if (chosen !== null) await saveForms(opened, chosen);
    await launch.saveWork({ draftIdentifier: randomUUID(), sent: null, followUp: null, followUpForm: null });
  }
  redirect(screenAddress(launchId, 'safety', '?again=1'));
}
