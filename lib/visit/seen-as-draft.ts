/** Whether a draft was seen to stand as a draft: what it is now is then what a person made of it. Looked at behind the action that wrote it. */
import { setTimeout as pause } from 'node:timers/promises';
import { draftState } from '#lib/order/standing/draft-state.ts';
import { readBack } from '#lib/order/verify/read-back.ts';
import { locationsLeft } from '#lib/order/write/left-in-ehr.ts';
import type { LaunchWork, SentDraft } from './launch-work.ts';
import type { OpenChart } from './open-chart.ts';

/** POLICY: an EHR may take a while to show at its address what it has just taken. */
const LOOKS_AFTER_MS = [0, 1_000, 5_000];

/** Reads it back until it stands as a draft or as something else, and keeps that it did. Nobody waits for it; never throws. */
export async function lookForDraft(
  { launch, server }: Pick<OpenChart, 'launch' | 'server'>,
  sent: SentDraft,
  wait: (ms: number) => Promise<unknown> = (ms) => pause(ms, undefined, { ref: false }),
): Promise<void> {
  const { identifier } = sent.order;
  try {
    for (const after of LOOKS_AFTER_MS) {
      if (after > 0) await wait(after);
      const states = (await readBack(server, locationsLeft(sent.outcome))).map(draftState);
      if (states.length > 0 && states.every((state) => state === 'draft')) {
        await launch.saveWork({ seenAsDraft: identifier });
        return;
      }
      if (states.some((state) => state !== 'draft' && state !== 'not-read' && state !== 'gone')) return;
    }
  } catch {
    // The launch has ended meanwhile, or the store is away: the draft is then one that was not seen.
  }
}

/** The draft that was sent last was once read back as a draft. */
export function wasSeenAsDraft({ sent, seenAsDraft }: LaunchWork): boolean {
  return sent !== null && seenAsDraft === sent.order.identifier;
}
