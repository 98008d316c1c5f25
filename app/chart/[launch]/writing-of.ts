/** The rung of the write ladder that this launch stands on, chosen once and said on the first screen. */
import { grantedTo } from '../../../lib/chart/granted.ts';
import type { CapabilitiesAnswer } from '../../../lib/fhir/capabilities.ts';
import type { OpenLaunch } from '../../../lib/launch/open-launch.ts';
import { type ChosenRung, chooseRung } from '../../../lib/order/write-ladder.ts';

export function writingOf({ session, site }: OpenLaunch, answer: CapabilitiesAnswer): ChosenRung {
  return chooseRung({
    site,
    capabilities: answer.kind === 'capabilities' ? answer.capabilities : null,
    mayCreate: grantedTo(session.scopes, 'MedicationRequest', 'c').kind === 'granted',
    webMessaging: false,
  });
}
