/** What became of the drafts of this app: of this launch, and of earlier ones of the same patient. */

import {
  draftState,
  isOver,
  type OwnDraft,
  ownDraftLocations,
  ownDrafts,
} from '#lib/order/standing/own-drafts.ts';
import { readBack } from '#lib/order/verify/read-back.ts';
import { journalKey, type PatientDrafts } from '#lib/order/write/draft-journal.ts';
import { draftJournal } from '#lib/store/journal.ts';
import type { SentDraft } from '#lib/visit/launch-work.ts';
import type { OpenChart } from '../open-chart.ts';

/** Where the draft of this launch stands; null for each strength whose address the EHR did not name. */
export function locationsOf({ outcome }: SentDraft): readonly (string | null)[] {
  switch (outcome.kind) {
    case 'written':
    case 'half-written':
      return outcome.locations;
    case 'already-written':
      return outcome.drafts.map(({ location }) => location);
    default:
      return [];
  }
}

async function journalOf({ launch }: OpenChart): Promise<PatientDrafts | null> {
  return (await draftJournal().read<PatientDrafts>(journalKey(launch.session)))?.payload ?? null;
}

/** Before this launch has sent anything: whether there is a draft to be shown instead of a new plan. */
export async function hasEarlierDraft(opened: OpenChart): Promise<boolean> {
  if (opened.launch.work.sent !== null) return false;
  return ownDraftLocations(opened.chart, await journalOf(opened), opened.judgement.asOf).length > 0;
}

/** Drafts that earlier launches left, read from the EHR now. */
export async function earlierDrafts(opened: OpenChart): Promise<readonly OwnDraft[]> {
  const { chart, judgement, server } = opened;
  const journal = await journalOf(opened);
  const locations = ownDraftLocations(chart, journal, judgement.asOf);
  return ownDrafts(await readBack(server, locations), journal, judgement.asOf);
}

/** No draft of this launch stands any more, so that there may be another. */
export async function mayPlanAnew({ launch, server }: OpenChart): Promise<boolean> {
  const { sent } = launch.work;
  if (sent === null) return true;
  const stored = await readBack(server, locationsOf(sent));
  return isOver(stored.map(draftState), sent.seenAsDraft === true);
}
