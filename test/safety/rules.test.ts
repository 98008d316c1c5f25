/** The list of rules as a whole. */
import { expect, test } from 'vitest';
import { RULES } from '#lib/safety/rules.ts';
import { citationWords } from '#lib/words/en/citations.ts';

test('every rule is listed once', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});

test('every rule names at least one source from the list', () => {
  for (const { id, basis } of RULES) {
    expect(basis.length, id).toBeGreaterThan(0);
    for (const citation of basis) expect(citationWords[citation], id).toMatch(/\S/);
  }
});
