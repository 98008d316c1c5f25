/** The line of the journal that all launches of one patient share, read for a screen. */

import type { LaunchSession } from '#lib/launch/session.ts';
import type { JournalRead } from '#lib/order/write/draft-doubt.ts';
import { journalKey, type PatientDrafts } from '#lib/order/write/draft-journal.ts';
import { draftJournal } from '#lib/store/journal.ts';

/** What was sent for this patient at this EHR, by whatever launch; null where nothing was. */
export function journalOf(session: LaunchSession): Promise<JournalRead | null> {
  return draftJournal().read<PatientDrafts>(journalKey(session));
}
