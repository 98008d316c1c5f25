/** What a write left in the EHR, as far as it was told. */
import type { WriteOutcome } from './write-outcome.ts';

/** A draft of this app is there, of this order or another. */
export function leftDraft({ kind }: WriteOutcome): boolean {
  return kind === 'written' || kind === 'already-written' || kind === 'half-written';
}

/** The very order that was sent is there, whole or in part: it may be compared, told of and followed up. */
export function leftThisOrder(outcome: WriteOutcome): boolean {
  return leftDraft(outcome) && !(outcome.kind === 'already-written' && outcome.whose === 'another');
}

/** Where; null for each strength whose address the EHR did not name. */
export function locationsLeft(outcome: WriteOutcome): readonly (string | null)[] {
  switch (outcome.kind) {
    case 'written':
    case 'half-written':
      return outcome.locations;
    case 'already-written':
      return outcome.drafts.map(({ location }) => location);
    default:
      return [];
  }
}
