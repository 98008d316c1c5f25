/** What `npm run chaos` is told: how much goes wrong, for how long, in which kind of EHR and over which store. */
import { parseArgs } from 'node:util';

export interface ChaosOptions {
  readonly patients: number;
  readonly seed: number;
  /** No visit begins after so many minutes. */
  readonly minutes: number;
  readonly store: 'sqlite' | 'redis';
  /** Whether the EHR's search shows drafts at once, some seconds late, or never. */
  readonly search: 'shown' | 'slow' | 'hidden';
  readonly atOnce: number;
}

const STORES = ['sqlite', 'redis'] as const;
const SEARCHES = ['shown', 'slow', 'hidden'] as const;

/** @throws Error saying which option is wrong. */
export function readOptions(args: readonly string[]): ChaosOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      patients: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '20' },
      store: { type: 'string', default: 'sqlite' },
      search: { type: 'string', default: 'shown' },
      'at-once': { type: 'string', default: '16' },
    },
  });
  return {
    patients: wholeNumber('patients', values.patients, 10_000),
    seed: wholeNumber('seed', values.seed, 2 ** 31),
    minutes: wholeNumber('minutes', values.minutes, 240),
    store: oneOf('store', values.store, STORES),
    search: oneOf('search', values.search, SEARCHES),
    atOnce: wholeNumber('at-once', values['at-once'], 64),
  };
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number <= most) return number;
  throw new Error(`--${name} must be a whole number from 1 to ${most}.`);
}

function oneOf<T extends string>(name: string, text: string, all: readonly T[]): T {
  const found = all.find((one) => one === text);
  if (found === undefined) throw new Error(`--${name} must be one of ${all.join(', ')}.`);
  return found;
}
