/** What goes wrong at one patient: drawn by seed and number, so that a run can be played again. */
import type { FaultSwitches } from '../sandbox/faults.ts';

export interface Mishap {
  readonly name: string;
  /** The EHR's, from just before Write is pressed until it has answered. */
  readonly faults: FaultSwitches;
  /** How often each user presses Write at the same moment. */
  readonly presses: 1 | 2;
  readonly users: 1 | 2;
  /** The search fails from the save until Write has answered. */
  readonly isLookLost: boolean;
}

const AFTER_SAVE = [400, 403, 409, 412, 422, 429, 500, 503];
const REFUSALS = [400, 403, 409, 422, 429, 500];

const FAULTS: readonly { readonly name: string; draw(random: () => number): FaultSwitches }[] = [
  { name: 'no fault', draw: () => ({}) },
  { name: 'answer lost after the save', draw: () => ({ loseAnswerAfterWrite: true }) },
  { name: 'connection cut before the save', draw: () => ({ loseWrite: true }) },
  { name: 'answer late', draw: (random) => ({ writeDelayMs: 500 + Math.floor(random() * 2_500) }) },
  { name: 'POST repeated by a gateway', draw: () => ({ repeatWrite: true }) },
  {
    name: 'refused after the save',
    draw: (random) => ({
      refuseAfterWrite: { status: pick(AFTER_SAVE, random), text: 'Duplicate therapy.' },
    }),
  },
  {
    name: 'refused',
    draw: (random) => ({ refuseWrite: { status: pick(REFUSALS, random), text: 'Formulary says no.' } }),
  },
  { name: 'empty answer', draw: () => ({ emptyCreated: true }) },
];

export function mishapOf(seed: number, patient: number): Mishap {
  const random = randomFrom(seed * 1_000_003 + patient);
  const { name, draw } = pick(FAULTS, random);
  const drawn = draw(random);
  const conditional = random() < 0.5 ? {} : { ignoreConditionalCreate: true };
  return {
    name,
    faults: { ...drawn, ...conditional },
    presses: random() < 0.3 ? 2 : 1,
    users: random() < 0.25 ? 2 : 1,
    isLookLost: random() < 0.1,
  };
}

function pick<T>(all: readonly T[], random: () => number): T {
  return all[Math.floor(random() * all.length)] as T;
}

/** Mulberry32: the same numbers for the same seed, on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
