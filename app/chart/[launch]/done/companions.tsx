import { setTimeout as pause } from 'node:timers/promises';
import { type Companion, claimCompanions, writeCompanions } from '#lib/order/write/write-companions.ts';
import { VERSION } from '#lib/settings/version.ts';
import { draftJournal } from '#lib/store/journal.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { SentDraft } from '#lib/visit/launch-work.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { locationsOf } from '#lib/visit/own-orders.ts';
import { DONE_WORDS } from '#lib/words/en/done.ts';

/**
 * Beside the draft that this launch wrote; once, at the first look at Done. What was written before stays as it was told; the draft of
 * another launch is left alone.
 */
export async function companionsOf(
  { launch, server, capabilities }: OpenChart,
  sent: SentDraft,
): Promise<readonly Companion[]> {
  if (sent.companions !== undefined) return sent.companions;
  const locations = locationsOf(sent).filter((location) => location !== null);
  const stands = sent.outcome.kind === 'written' || sent.outcome.kind === 'already-written';
  if (!stands || locations.length === 0) return [];
  const { session } = launch;
  const mine = await claimCompanions(sent.order, { launch: session, journal: draftJournal(), pause });
  if (!mine) return [];
  return writeCompanions(
    sent.order,
    server,
    {
      capabilities: capabilities.kind === 'capabilities' ? capabilities.capabilities : null,
      scopes: session.scopes,
    },
    {
      locations,
      author: session.user?.reference ?? null,
      now: new Date().toISOString(),
      appVersion: VERSION,
      tablesOf: installedRecogniser().tables.manifest.made,
    },
  );
}

export function Companions({ companions }: { readonly companions: readonly Companion[] }) {
  if (companions.length === 0) return null;
  return (
    <section aria-labelledby="companions">
      <h2 id="companions">{DONE_WORDS.companions.title}</h2>
      <ul>
        {companions.map(({ what, failed }) => (
          <li key={what}>{DONE_WORDS.companions.ended(what, failed)}</li>
        ))}
      </ul>
    </section>
  );
}
