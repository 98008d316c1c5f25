/** The assessment note and the Provenance of a draft that stands: begun by the action that wrote it, or one that asks for them later. */
import { setTimeout as pause } from 'node:timers/promises';
import type { DraftRecord } from '#lib/order/write/draft-journal.ts';
import { locationsLeft } from '#lib/order/write/left-in-ehr.ts';
import {
  areUnwritten,
  type CompanionConditions,
  claimCompanions,
  companionsTaken,
  keepCompanions,
  writeCompanions,
} from '#lib/order/write/write-companions.ts';
import { VERSION } from '#lib/settings/version.ts';
import { draftJournal } from '#lib/store/journal.ts';
import { processWide } from '#lib/store/process-wide.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import { releasesOf } from '#lib/terminology/tables-age.ts';
import { journalOf } from './journal-of-patient.ts';
import type { SentDraft } from './launch-work.ts';
import type { OpenChart } from './open-chart.ts';
import { orderWords } from './order-words.ts';

/** POLICY: longer than an EHR takes as a rule, short enough to be waited for; a screen that stops waiting says that the end is not known. */
const WAITED_FOR_MS = 5_000;

function underWay(): Map<string, Promise<void>> {
  return processWide('beside-the-draft', () => new Map<string, Promise<void>>());
}

/**
 * Once for each draft; nothing where it stands in part, its place is not known or the EHR takes none. Answered once nobody else can begin them:
 * the EHR is given them beside the reading back of the draft, which waits for nothing.
 */
export async function beginBeside(opened: Chart, sent: SentDraft): Promise<void> {
  const { launch, server } = opened;
  const { session } = launch;
  const locations = placesOf(sent);
  const conditions = conditionsOf(opened);
  if (locations.length === 0 || companionsTaken(conditions).length === 0) return;
  const lock = { launch: session, journal: draftJournal(), pause };
  if (!(await claimCompanions(sent.order, lock))) return;
  const setting = {
    locations,
    author: session.user?.reference ?? null,
    now: new Date().toISOString(),
    appVersion: VERSION,
    tablesOf: releasesOf(installedRecogniser().tables.manifest),
  };
  const writing = writeCompanions(sent.order, server, conditions, setting, orderWords().assessment)
    .then((written) => keepCompanions(sent.order, written, lock))
    .then(
      () => {},
      // Where the store does not take it, the end is one that was not told.
      () => {},
    )
    .finally(() => underWay().delete(sent.order.identifier));
  underWay().set(sent.order.identifier, writing);
}

export type BesideTheDraft = NonNullable<DraftRecord['companions']> | 'unwritten' | null;

/**
 * How they ended as the journal has it, waited for where they are on their way; `unwritten` where they may still be asked for, null where
 * there is nothing to say.
 */
export async function besideTheDraft(opened: OpenChart, sent: SentDraft): Promise<BesideTheDraft> {
  const writing = underWay().get(sent.order.identifier);
  if (writing !== undefined) await Promise.race([writing, pause(WAITED_FOR_MS, undefined, { ref: false })]);
  const journal = writing === undefined ? opened.journal : await journalOf(opened.launch.session);
  const record = journal?.payload.drafts.find(({ identifier }) => identifier === sent.order.identifier);
  if (record?.companions !== undefined) return record.companions;
  const isTaken = placesOf(sent).length > 0 && companionsTaken(conditionsOf(opened)).length > 0;
  return record !== undefined && areUnwritten(record) && isTaken ? 'unwritten' : null;
}

type Chart = Pick<OpenChart, 'launch' | 'server' | 'capabilities'>;

/** Where the whole draft stands, as far as the EHR named it. */
function placesOf(sent: SentDraft): readonly string[] {
  const isWhole = sent.outcome.kind === 'written' || sent.outcome.kind === 'already-written';
  return isWhole ? locationsLeft(sent.outcome).filter((location) => location !== null) : [];
}

function conditionsOf({ launch, capabilities }: Chart): CompanionConditions {
  return {
    capabilities: capabilities.kind === 'capabilities' ? capabilities.capabilities : null,
    scopes: launch.session.scopes,
  };
}
