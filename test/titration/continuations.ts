import type { Continuation } from '#lib/titration/continuation.ts';

/** What a maintenance at 4.5 mg continues, but for the change. */
export function continuation(change: Partial<Continuation> = {}): Continuation {
  return {
    kind: 'maintenance',
    follows: ['MedicationRequest/1'],
    lastNight: null,
    begins: null,
    taken: 4500,
    scores: [],
    relief: null,
    repeats: 0,
    ...change,
  };
}
