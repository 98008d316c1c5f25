/** Which way of putting the draft into this EHR is open, said on the first screen. Only ways that leave a draft are on the ladder. */
import type { Capabilities } from '../fhir/capabilities.ts';
import type { Site } from '../settings/site.ts';

export type Rung = 'fhir-draft' | 'web-messaging' | 'copy';

export interface ChosenRung {
  readonly rung: Rung;
  /** For the screen: what will happen at the end, and why nothing more. */
  readonly why: string;
}

export interface LadderConditions {
  readonly site: Pick<Site, 'name' | 'writeBack'>;
  /** Null when the server does not say what it can do. */
  readonly capabilities: Pick<Capabilities, 'supports'> | null;
  /** The granted scopes allow creating MedicationRequests. */
  readonly mayCreate: boolean;
  /** The EHR opened a SMART Web Messaging channel for this launch and granted its scratchpad. */
  readonly webMessaging: boolean;
}

/**
 * The highest open rung. The site's own setting is the ceiling: an EHR that would record anything but a draft is set to `copy`, and is
 * never written to. A CDS Hooks suggestion has its place between web messaging and copying.
 */
export function chooseRung(conditions: LadderConditions): ChosenRung {
  const { site, webMessaging } = conditions;
  const { recordsInstead } = site.writeBack;
  if (recordsInstead !== undefined) {
    return copy(
      `${site.name} would record ${recordsInstead} instead of a draft, so nothing is ever written to it`,
    );
  }
  if (site.writeBack.rung === 'copy') {
    return copy(`${site.name} is set up without write-back, so nothing is written to it`);
  }
  const obstacle = createObstacle(conditions);
  if (obstacle === null) {
    return {
      rung: 'fhir-draft',
      why: `A draft order can be written to ${site.name}. You review and sign it there.`,
    };
  }
  if (webMessaging) {
    return {
      rung: 'web-messaging',
      why: `${site.name} takes the draft into its order basket (${obstacle}). You review and sign it there.`,
    };
  }
  return copy(obstacle);
}

function createObstacle({ site, capabilities, mayCreate }: LadderConditions): string | null {
  if (site.writeBack.rung !== 'fhir-draft') return `${site.name} takes no draft orders over FHIR`;
  if (capabilities === null) return `${site.name} does not say whether it takes draft orders`;
  if (!capabilities.supports('MedicationRequest', 'create')) return `${site.name} takes no orders over FHIR`;
  if (!mayCreate) return `${site.name} did not allow this launch to write orders`;
  return null;
}

function copy(obstacle: string): ChosenRung {
  return {
    rung: 'copy',
    why: `${obstacle}. At the end you get the order as text to copy, a note for the pharmacist and a FHIR file.`,
  };
}
