/** The rung of the write ladder that this launch stands on, said on the first screen. */
import { grantedTo } from '#lib/chart/read/granted.ts';
import type { CapabilitiesAnswer } from '#lib/fhir/capabilities.ts';
import type { OpenLaunch } from '#lib/launch/open-launch.ts';
import { serverCapabilities } from '#lib/launch/server-capabilities.ts';
import type { DraftDoubt } from '#lib/order/write/draft-doubt.ts';
import { type ChosenRung, chooseRung } from '#lib/order/write/write-ladder.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { DONE_WORDS } from '#lib/words/en/done.ts';
import { DOUBT_WORDS } from '#lib/words/en/doubt.ts';
import { FRAME_WORDS } from '#lib/words/en/frame.ts';
import { blockingFindings } from '#lib/words/en/judgement.ts';
import type { OpenChart } from './open-chart.ts';

export function writingOf({ session, site }: OpenLaunch, answer: CapabilitiesAnswer): ChosenRung {
  return chooseRung({
    site,
    capabilities: answer.kind === 'capabilities' ? answer.capabilities : null,
    mayCreate: grantedTo(session.scopes, 'MedicationRequest', 'c').kind === 'granted',
    webMessaging: session.webMessaging !== null && session.scopes.includes('messaging/scratchpad'),
  });
}

/** What is said of it on every screen: nothing is promised while a check blocks, or where an order of this app stands or may stand. */
export function writingWords({ why }: ChosenRung, judgement: Judgement, doubt: DraftDoubt | null): string {
  if (doubt !== null) return DOUBT_WORDS.writing;
  const blocks = blockingFindings(judgement);
  if (blocks.length === 0) return why;
  const isOrderAlone = blocks.every(({ rule }) => rule === 'R12' || rule === 'R13');
  const hasOwnOrder = blocks.some(({ rule }) => rule === 'R13');
  return isOrderAlone && hasOwnOrder ? DONE_WORDS.noSecond : FRAME_WORDS.foot.blocked;
}

/** The same chart with what its EHR takes at this moment, for a screen with a button that writes. */
export async function withWritingNow(opened: OpenChart): Promise<OpenChart> {
  const { launch, server, facts, judgement, doubt } = opened;
  const capabilities = await serverCapabilities().since(server, Date.now());
  const writing = writingOf(launch, capabilities);
  return {
    ...opened,
    capabilities,
    writing,
    facts: { ...facts, writing: writingWords(writing, judgement, doubt) },
  };
}

/** What the page needs to speak with the EHR's window. */
export interface Messaging {
  readonly launchId: string;
  readonly formToken: string;
  readonly origin: string;
  readonly handle: string;
  /** The EHR may be asked to turn to its orders. */
  readonly mayTurn: boolean;
}

/** Null where this launch writes another way. */
export function messagingOf({ session }: OpenLaunch, { rung }: ChosenRung): Messaging | null {
  if (rung !== 'web-messaging' || session.webMessaging === null) return null;
  const mayTurn = session.scopes.includes('messaging/ui');
  return { launchId: session.id, formToken: session.formToken, ...session.webMessaging, mayTurn };
}
