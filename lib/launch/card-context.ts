/** What the link of a CDS Hooks card hands to the launch it leads to. @see CDS Hooks 2.0.1, "Link", appContext */
import { z } from 'zod';
import { parseJson } from '#lib/fhir/parse-json.ts';

/** Where what a card says is dealt with. A screen that is closed to the patient leads on to the one that says why. */
export type CardScreen = 'safety' | 'follow-up' | 'review';

export interface CardLink {
  /** The card's uuid. */
  readonly card: string;
  readonly opensAt: CardScreen;
}

const cardContext = z.object({
  from: z.literal('cds'),
  card: z.uuid(),
  screen: z.enum(['safety', 'follow-up', 'review']).catch('safety'),
});

/** Safety is where a launch opens that is told nothing else. */
export function cardContextText({ card, opensAt }: CardLink): string {
  return JSON.stringify({ from: 'cds', card, ...(opensAt !== 'safety' && { screen: opensAt }) });
}

/** Null where it comes from no card of ours: an EHR may send anything in its place. */
export function readCardContext(appContext: string | null): CardLink | null {
  const parsed = appContext === null ? null : parseJson(appContext);
  const read = cardContext.safeParse(parsed !== null && 'json' in parsed ? parsed.json : null);
  return read.success ? { card: read.data.card, opensAt: read.data.screen } : null;
}
