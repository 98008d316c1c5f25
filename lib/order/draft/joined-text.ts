/**
 * The dosages of one order as an electronic prescription joins them into the one text a label is printed from.
 * @see NHS England EPS FHIR API, dosageInstruction: texts of one sequence are joined by "and", sequences by "then"
 */

export interface SequencedText {
  readonly sequence: number;
  readonly text: string;
}

/** As the label reads, in the order of the sequences. */
export function joinedText(dosages: readonly SequencedText[]): string {
  const bySequence = Map.groupBy(dosages, ({ sequence }) => sequence);
  return [...bySequence.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, together]) => together.map(({ text }) => text).join(', and '))
    .join(', then ');
}

/** POLICY: what a label and a reader have room for. */
export const LONGEST_JOINED = { capsules: 500, liquid: 700 } as const;
