/** UK product codes of opioids that the source tables lack, from public lists. They were typed over: what can be proved of each is. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isConceptNumber } from './sctid.ts';

/** A code and the group it stands in: "morphine yes", ingredients and release, then the form if it lasts. */
export type DmdFact = readonly [key: string, code: string];

const FILE = 'more-dmd-codes.txt';

export const dmdFacts = (text: string): DmdFact[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const [key = '', codes = ''] = line.split(': ');
      return codes.split(' ').map((code) => [key, code] as const);
    });

export const MORE_DMD_CODES: readonly DmdFact[] = dmdFacts(
  readFileSync(path.join(import.meta.dirname, FILE), 'utf8'),
);

const idsOf = (key: string): string => key.split(' ')[0] ?? '';

/** The products of the source with those of ours that it lacks. */
export function withMoreDmdCodes(source: readonly DmdFact[], ours = MORE_DMD_CODES): DmdFact[] {
  const given = new Set(source.map(([, code]) => code));
  return [...source, ...ours.filter(([, code]) => !given.has(code))];
}

/** Why a fact of ours cannot be right, one sentence each; `kinds` are those of the ingredients. */
export function moreDmdFaults(
  source: readonly DmdFact[],
  kinds: ReadonlyMap<string, string>,
  ours = MORE_DMD_CODES,
): string[] {
  const given = new Map(source.map(([key, code]) => [code, idsOf(key)]));
  const seen = new Set<string>();
  return ours.flatMap(([key, code]) => {
    const ids = idsOf(key).split(';');
    const faults = [
      isConceptNumber(code) ? '' : 'is no SNOMED CT number',
      seen.has(code) ? 'stands there twice' : '',
      ids.every((id) => kinds.get(id) === 'antagonist') ? 'names no opioid' : '',
      ids.every((id) => kinds.has(id)) ? '' : 'names an unknown ingredient',
      (given.get(code) ?? idsOf(key)) === idsOf(key) ? '' : `is ${given.get(code)} in the source tables`,
    ].filter((fault) => fault !== '');
    seen.add(code);
    return faults.map((fault) => `${FILE}: ${code} (${key}) ${fault}.`);
  });
}
