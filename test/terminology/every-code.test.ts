import { describe, expect, it } from 'vitest';
import { isAntagonist } from '#lib/terminology/ingredients.ts';
import { ATC, fromCode, fromText, NDC, RXNORM, SNOMED, tables, UNII } from './describe-medication.ts';

const kindOf = (ids: readonly string[]): string => (ids.every(isAntagonist) ? 'antagonist' : 'opioid');
const wrong = (
  rows: Iterable<readonly [code: string, ids: readonly string[]]>,
  look: (code: string) => { kind: string; agonists: readonly string[]; antagonists: readonly string[] },
): string[] =>
  [...rows].flatMap(([code, ids]) => {
    const found = look(code);
    const isRight =
      found.kind === kindOf(ids) &&
      [...found.agonists, ...found.antagonists].sort().join() === [...ids].sort().join();
    return isRight ? [] : [`${code} ${ids.join('+')}: ${found.kind} ${found.agonists.join('+')}`];
  });

describe('every code of the tables', () => {
  it('RxNorm, active and retired', () => {
    const rows = [...tables.rxnormOpioids].map(([code, { ids }]) => [`${code}`, ids] as const);
    expect(rows.length).toBeGreaterThan(2_600);
    expect(wrong(rows, (code) => fromCode(RXNORM, code))).toEqual([]);
  });

  it('every other RxNorm code is another drug', () => {
    expect([...tables.rxnormOthers].filter((code) => fromCode(RXNORM, `${code}`).kind !== 'other')).toEqual(
      [],
    );
    expect(tables.rxnormOthers.size).toBeGreaterThan(35_000);
  });

  it('NDC, as eleven digits, nine digits and with hyphens', () => {
    const rows = [...tables.ndc].map(([ndc, rxcuis]) => {
      const ids = rxcuis.flatMap((rxcui) => tables.rxnormOpioids.get(rxcui)?.ids ?? []);
      return [ndc, [...new Set(ids)]] as const;
    });
    expect(rows.length).toBeGreaterThan(3_000);
    expect(wrong(rows, (ndc) => fromCode(NDC, `${ndc}01`))).toEqual([]);
    expect(wrong(rows, (ndc) => fromCode(NDC, ndc))).toEqual([]);
    expect(wrong(rows, (ndc) => fromCode(NDC, `${ndc.slice(0, 5)}-${ndc.slice(5)}-01`))).toEqual([]);
  });

  it('SNOMED CT and dm+d', () => {
    const rows = [...tables.snomed].map(([code, { ids }]) => [code, ids] as const);
    expect(rows.length).toBeGreaterThan(2_200);
    expect(wrong(rows, (code) => fromCode(SNOMED, code))).toEqual([]);
    expect(wrong(rows, (code) => fromCode('https://dmd.nhs.uk', code))).toEqual([]);
  });

  it('ATC and UNII', () => {
    const of = (system: string): (readonly [string, readonly string[]])[] =>
      [...tables.ingredientCodes].flatMap(([key, ids]) =>
        key.startsWith(`${system} `) ? [[key.slice(system.length + 1), ids] as const] : [],
      );
    expect(of('ATC').length).toBeGreaterThan(90);
    expect(wrong(of('ATC'), (code) => fromCode(ATC, code))).toEqual([]);
    expect(wrong(of('ATC'), (code) => fromCode('http://fhir.de/CodeSystem/bfarm/atc', `Q${code}`))).toEqual(
      [],
    );
    expect(wrong(of('UNII'), (code) => fromCode(UNII, code))).toEqual([]);
  });
});

describe('every name of the tables', () => {
  it('an opioid name names its ingredients, in any casing; an ambiguous one cannot be told', () => {
    const names = tables.opioidNames.filter(({ isAmbiguous }) => !isAmbiguous);
    const bad = names.filter(({ name, ids }) => {
      const found = fromText(name);
      const all = [...found.agonists, ...found.antagonists];
      return fromText(name.toUpperCase()).kind !== kindOf(ids) || !ids.every((id) => all.includes(id));
    });
    expect(bad.map(({ name }) => name)).toEqual([]);
    const ambiguous = tables.opioidNames.filter(({ isAmbiguous }) => isAmbiguous);
    expect(
      ambiguous.filter(({ name }) => fromText(name).kind !== 'cannot-tell').map(({ name }) => name),
    ).toEqual([]);
  });

  it("another drug's name is another drug", () => {
    const others = [...tables.otherNames, ...tables.otherNamesVocabulary];
    expect(others.filter((name) => fromText(name).kind !== 'other')).toEqual([]);
    expect(others.length).toBeGreaterThan(23_000);
  });
});
