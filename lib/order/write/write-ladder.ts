/** Which way of putting the draft into this EHR is open, said on the first screen. Only ways that leave a draft are on the ladder. */

import type { Capabilities } from '#lib/fhir/capabilities.ts';
import type { Site } from '#lib/settings/site.ts';

/** The last two write nothing: a person makes the order, with the reviewed one at hand where the EHR shows our cards. */
export type Rung = 'fhir-draft' | 'web-messaging' | 'hook-suggestion' | 'copy';

/** A person enters the order into the EHR. */
export function isByHand(rung: Rung): boolean {
  return rung === 'hook-suggestion' || rung === 'copy';
}

/** What keeps a higher rung closed. */
export type Obstacle =
  | 'records-instead'
  | 'set-up-without'
  | 'no-drafts-over-fhir'
  | 'does-not-say'
  | 'takes-no-orders'
  | 'not-allowed';

export interface ChosenRung {
  readonly rung: Rung;
  /** What keeps the rung above this one closed; null on the highest. */
  readonly obstacle: Obstacle | null;
}

export interface LadderConditions {
  readonly site: Pick<Site, 'writeBack'>;
  /** Null when the server does not say what it can do. */
  readonly capabilities: Pick<Capabilities, 'supports'> | null;
  /** The granted scopes allow creating MedicationRequests. */
  readonly mayCreate: boolean;
  /** The EHR opened a SMART Web Messaging channel for this launch and granted its scratchpad. */
  readonly webMessaging: boolean;
  /** The EHR shows our cards where orders are made, and said who its user is. */
  readonly hookCards: boolean;
}

/**
 * The highest open rung. The site's own setting is the ceiling: an EHR that would record anything but a draft is set to `copy`, and is
 * never written to; there too the reviewed order may be shown beside the one that a person makes.
 */
export function chooseRung(conditions: LadderConditions): ChosenRung {
  const { site, webMessaging, hookCards } = conditions;
  const byHand = hookCards ? 'hook-suggestion' : 'copy';
  if (site.writeBack.recordsInstead !== undefined) return { rung: byHand, obstacle: 'records-instead' };
  if (site.writeBack.rung === 'copy') return { rung: byHand, obstacle: 'set-up-without' };
  const obstacle = createObstacle(conditions);
  if (obstacle === null) return { rung: 'fhir-draft', obstacle };
  return { rung: webMessaging ? 'web-messaging' : byHand, obstacle };
}

function createObstacle({ site, capabilities, mayCreate }: LadderConditions): Obstacle | null {
  if (site.writeBack.rung !== 'fhir-draft') return 'no-drafts-over-fhir';
  if (capabilities === null) return 'does-not-say';
  if (!capabilities.supports('MedicationRequest', 'create')) return 'takes-no-orders';
  return mayCreate ? null : 'not-allowed';
}
