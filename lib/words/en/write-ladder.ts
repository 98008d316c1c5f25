/** How the draft will reach this EHR, or why it cannot, in one sentence: said on the first screen. */
import type { ChosenRung, Obstacle, Rung } from '#lib/order/write/write-ladder.ts';
import type { Site } from '#lib/settings/site.ts';

const OBSTACLE_WORDS: Readonly<Record<Obstacle, (site: Pick<Site, 'name' | 'writeBack'>) => string>> = {
  'records-instead': ({ name, writeBack }) =>
    `${name} would record ${writeBack.recordsInstead} instead of a draft, so nothing is ever written to it`,
  'set-up-without': ({ name }) => `${name} is set up without write-back, so nothing is written to it`,
  'no-drafts-over-fhir': ({ name }) => `${name} takes no draft orders over FHIR`,
  'does-not-say': ({ name }) => `${name} does not say whether it takes draft orders`,
  'takes-no-orders': ({ name }) => `${name} takes no orders over FHIR`,
  'not-allowed': ({ name }) => `${name} did not allow this launch to write orders`,
};

const RUNG_WORDS: Readonly<Record<Rung, (ehrName: string, obstacle: string) => string>> = {
  'fhir-draft': (ehrName) => `A draft order can be written to ${ehrName}. You review and sign it there.`,
  'web-messaging': (ehrName, obstacle) =>
    `${ehrName} takes the draft into its order basket (${obstacle}). You review and sign it there.`,
  'hook-suggestion': (ehrName, obstacle) =>
    `${obstacle}. At the end you get the order as text to copy, a note for the pharmacist and a FHIR file; ${ehrName} shows it again beside the next order you make for this patient.`,
  copy: (_ehrName, obstacle) =>
    `${obstacle}. At the end you get the order as text to copy, a note for the pharmacist and a FHIR file.`,
};

export function rungWords({ rung, obstacle }: ChosenRung, site: Pick<Site, 'name' | 'writeBack'>): string {
  return RUNG_WORDS[rung](site.name, obstacle === null ? '' : OBSTACLE_WORDS[obstacle](site));
}
