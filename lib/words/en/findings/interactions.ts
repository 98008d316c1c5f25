/** R22 */
import type { InteractionFinding } from '#lib/safety/rules/check-interactions.ts';
import { drugAndStatus } from '../rows.ts';
import type { WordsOf } from './words-of.ts';

export const interactions: WordsOf<InteractionFinding> = {
  'interacts-with-naltrexone': ({ medicine }, day) =>
    `${drugAndStatus(medicine, day)}: with naltrexone, thioridazine adds somnolence, disulfiram strains the liver.`,
};
