/** What became of the drafts of this app: of this launch, and of earlier ones of the same patient. */

import { areOver, draftState, isStanding } from '#lib/order/standing/draft-state.ts';
import { type OwnDraft, ownDraftLocations, ownDrafts } from '#lib/order/standing/own-drafts.ts';
import { readBack } from '#lib/order/verify/read-back.ts';
import { leftThisOrder, locationsLeft } from '#lib/order/write/left-in-ehr.ts';
import type { OpenChart } from './open-chart.ts';
import { wasSeenAsDraft } from './seen-as-draft.ts';

function locationsKnown({ chart, journal, judgement }: OpenChart): readonly string[] {
  return ownDraftLocations(chart, journal?.payload ?? null, judgement.asOf);
}

/** The draft this launch wrote stands, as far as it was told: it is shown, not what others left. */
export function standsByThisLaunch({ launch }: OpenChart): boolean {
  const { sent } = launch.work;
  return sent !== null && leftThisOrder(sent.outcome);
}

/** Whether there is a draft to be shown instead of a new plan, though not one that this launch was told of. */
export function hasEarlierDraft(opened: OpenChart): boolean {
  return !standsByThisLaunch(opened) && locationsKnown(opened).length > 0;
}

/** Drafts that earlier launches left, or this one without being told, read from the EHR now. */
export async function earlierDrafts(opened: OpenChart): Promise<readonly OwnDraft[]> {
  const { judgement, server, journal } = opened;
  return ownDrafts(await readBack(server, locationsKnown(opened)), journal?.payload ?? null, judgement.asOf);
}

/** A draft or order of this app stands in the way of a new one: Done shows it. */
export async function hasStandingDraft(opened: OpenChart): Promise<boolean> {
  if (standsByThisLaunch(opened)) return true;
  return hasEarlierDraft(opened) && (await earlierDrafts(opened)).some((draft) => isInTheWay(draft, opened));
}

/** A signed order is in the way of no order that follows it. */
export function isInTheWay(draft: OwnDraft, { launch }: Pick<OpenChart, 'launch'>): boolean {
  const follows = launch.work.followUp?.response.draft?.follows ?? [];
  const isFollowed = draft.state === 'signed' && follows.includes(draft.stored.location ?? '');
  return isStanding(draft.state) && !isFollowed;
}

/** True once no draft of this launch stands any more, so that another may be made. */
export async function mayPlanAnew({ launch, server }: OpenChart): Promise<boolean> {
  const { sent } = launch.work;
  if (sent === null) return true;
  const stored = await readBack(server, locationsLeft(sent.outcome));
  return areOver(stored.map(draftState), wasSeenAsDraft(launch.work));
}
