/** Review -> DraftOrder -> second reading -> write. Every step is taken here, on the server, whatever the screen showed. */
import { setTimeout as pause } from 'node:timers/promises';
import { audit, msSince } from '#lib/operations/audit.ts';
import { type DraftOrder, draftOrder } from '#lib/order/draft/draft-order.ts';
import { ownDraftLocations } from '#lib/order/standing/own-drafts.ts';
import { type FreshChart, recheckBeforeWrite } from '#lib/order/write/compare-chart.ts';
import { learnFromDraft } from '#lib/order/write/find-own-draft.ts';
import { leftDraft, leftThisOrder } from '#lib/order/write/left-in-ehr.ts';
import { writeDraft } from '#lib/order/write/write-draft.ts';
import { beginHandOver, endHandOver, WITH_THE_PAGE } from '#lib/order/write/write-hand-over.ts';
import { findWritten, type OnceSetting } from '#lib/order/write/write-once.ts';
import type { WriteOutcome } from '#lib/order/write/write-outcome.ts';
import { writePersonLooked } from '#lib/order/write/write-person-looked.ts';
import { review } from '#lib/review/review.ts';
import type { ReviewedPlan } from '#lib/review/reviewed-plan.ts';
import { blockingFindings } from '#lib/safety/blocking-findings.ts';
import { draftJournal } from '#lib/store/journal.ts';
import type { HandedOver } from '#lib/web-messaging/messages.ts';
import { beginBeside } from './beside-the-draft.ts';
import type { LaunchWork } from './launch-work.ts';
import { offerOrder } from './offer-order.ts';
import { type OpenChart, readAgain } from './open-chart.ts';
import { orderWords } from './order-words.ts';
import { planOfLaunch } from './plan-of-launch.ts';
import { searchOfDrafts } from './search-memory.ts';
import { lookForDraft } from './seen-as-draft.ts';

/** Where the prescriber goes next. */
export type AfterWriting = 'done' | 'another-stands' | 'unanswered' | 'not-written' | 'changed' | 'blocked';

/** The reviewed plan of a launch, or null while a question is open, an answer unreadable or the plan faulty. */
export function reviewedPlan({ judgement }: OpenChart, work: LaunchWork): ReviewedPlan | null {
  const { proposal, answers, answerProblems } = planOfLaunch(judgement, work);
  if (proposal === null || answerProblems.length > 0) return null;
  const reviewed = review(judgement, proposal, answers);
  return reviewed.outcome === 'draft' ? reviewed.reviewed : null;
}

/** The draft of a reviewed plan: of this launch's user, encounter and identifier, so that the same plan written twice is one draft. */
export function orderOf({ launch }: OpenChart, work: LaunchWork, reviewed: ReviewedPlan): DraftOrder {
  const { session, site } = launch;
  return draftOrder(reviewed, {
    identifier: work.draftIdentifier,
    requester: session.user,
    encounterId: session.encounterId,
    authoredOn: reviewed.judgement.asOf,
    intent: site.writeBack.intent,
    words: orderWords(),
  });
}

/**
 * Reads and judges the chart once more, and writes the draft where nothing that matters has changed; where a person enters the order, the
 * second reading is all. What became of it is kept with the launch.
 */
export async function writeReviewed(opened: OpenChart, work: LaunchWork): Promise<AfterWriting> {
  const ready = await readyToWrite(opened, work);
  if ('ended' in ready) return ready.ended;
  // An order that a person enters by hand is checked as late as one that the app writes.
  if (opened.writing.rung !== 'fhir-draft') {
    if (opened.writing.rung === 'hook-suggestion') await offerOrder(opened, ready.order);
    return 'done';
  }

  const { capabilities } = opened;
  const declared = capabilities.kind === 'capabilities' ? capabilities.capabilities : null;
  const outcome = await writeDraft(ready.order, ready.fresh, opened.server, {
    ...settingOf(opened),
    conditionalCreate: declared?.conditionalCreate('MedicationRequest') ?? false,
    transaction: declared?.transaction ?? false,
  });
  return keep(opened, ready.order, outcome);
}

/** The order for the page to hand to the EHR's window, given out once. */
export async function prepareReviewed(
  opened: OpenChart,
  work: LaunchWork,
): Promise<{ readonly order: DraftOrder } | { readonly ended: AfterWriting }> {
  const ready = await readyToWrite(opened, work);
  if ('ended' in ready) return ready;
  const { order, fresh } = ready;
  const obstacle = await beginHandOver(order, fresh, opened.server, settingOf(opened));
  if (obstacle !== null) return { ended: await keep(opened, order, obstacle) };
  await opened.launch.saveWork({ sent: { order, outcome: WITH_THE_PAGE, at: Date.now() } });
  return { order };
}

/** What the page says became of the order it was given. */
export async function keepHandedOver(
  opened: OpenChart,
  answers: readonly HandedOver[],
): Promise<AfterWriting> {
  const { sent } = opened.launch.work;
  if (sent === null) return 'not-written';
  if (sent.outcome.kind !== 'outcome-unknown') return leftDraft(sent.outcome) ? 'done' : 'not-written';
  return keep(opened, sent.order, await endHandOver(sent.order, answers, opened.server, settingOf(opened)));
}

/** Reads and judges the chart again. */
async function readyToWrite(
  opened: OpenChart,
  work: LaunchWork,
): Promise<{ readonly order: DraftOrder; readonly fresh: FreshChart } | { readonly ended: AfterWriting }> {
  const reviewed = reviewedPlan(opened, work);
  if (reviewed === null) return { ended: 'unanswered' };
  const order = orderOf(opened, work, reviewed);
  const again = await readAgain(opened, Date.now);
  const recheck = recheckBeforeWrite(opened.judgement, again.judgement, again.readAt);
  if ('fresh' in recheck) return { order, fresh: recheck.fresh };
  const standing = await findWritten(order, opened.server, opened.launch.session.patientId);
  if (standing !== null) return { ended: await keep(opened, order, standing) };
  tell(opened, { kind: 'changed-before-write', differences: recheck.differences });
  if (blockingFindings(again.judgement).length === 0) return { ended: 'changed' };
  // An order of this app that was written meanwhile is opened, not told of as a block.
  const isOwn = ownDraftLocations(again.chart, null, again.judgement.asOf).length > 0;
  return { ended: isOwn ? 'another-stands' : 'blocked' };
}

function settingOf({ launch }: OpenChart): OnceSetting {
  const { session, site } = launch;
  return {
    launch: session,
    journal: draftJournal(),
    search: searchOfDrafts(site),
    now: Date.now,
    pause,
    words: orderWords(),
  };
}

/** A person looked in the EHR and says that the drafts of these sendings are not there. */
export async function keepPersonLooked({ launch }: OpenChart, sendings: readonly string[]): Promise<void> {
  const { session } = launch;
  const by = session.user?.reference ?? null;
  const setting = { launch: session, journal: draftJournal(), pause };
  const settled = await writePersonLooked(sendings, { at: Date.now(), by }, setting);
  if (settled === null || settled === 0) return;
  audit({
    event: 'write',
    outcome: 'person-found-none',
    launch: session.id,
    issuer: session.issuer,
    patient: `Patient/${session.patientId}`,
    user: by,
  });
}

async function keep({ launch, ...opened }: OpenChart, order: DraftOrder, outcome: WriteOutcome) {
  const sent = { order, outcome, at: Date.now() };
  await launch.saveWork({ sent });
  tell({ launch, ...opened }, outcome);
  // Nobody waits for it: what is not learned now is learned from the next draft.
  if (outcome.kind === 'written')
    void learnFromDraft(order, opened.server, settingOf({ launch, ...opened })).catch(() => {});
  if (leftThisOrder(outcome)) {
    void lookForDraft({ launch, ...opened }, sent);
    await beginBeside({ launch, ...opened }, sent);
  }
  return leftDraft(outcome) ? 'done' : 'not-written';
}

function tell({ launch, judgement, openedAt }: OpenChart, outcome: WriteOutcome): void {
  const { session } = launch;
  audit({
    event: 'write',
    outcome: outcome.kind,
    launch: session.id,
    issuer: session.issuer,
    patient: judgement.patient,
    user: session.user?.reference ?? null,
    ms: msSince(openedAt),
  });
}
