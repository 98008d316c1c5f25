/** The rung of the write ladder that this launch stands on, said on the first screen. */
import { grantedTo } from '#lib/chart/read/granted.ts';
import type { CapabilitiesAnswer } from '#lib/fhir/capabilities.ts';
import { type ChosenRung, chooseRung } from '#lib/order/write/write-ladder.ts';
import { isHooked } from '#lib/settings/site.ts';
import type { OpenLaunch } from './open-launch.ts';

/** By the site's setting, the server's capabilities and what was granted to this launch. */
export function writingOf({ session, site }: OpenLaunch, answer: CapabilitiesAnswer): ChosenRung {
  return chooseRung({
    site,
    capabilities: answer.kind === 'capabilities' ? answer.capabilities : null,
    mayCreate: grantedTo(session.scopes, 'MedicationRequest', 'c').kind === 'granted',
    webMessaging: session.webMessaging !== null && session.scopes.includes('messaging/scratchpad'),
    hookCards: isHooked(site) && !site.cdsHooks.silent && session.user !== null,
  });
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
