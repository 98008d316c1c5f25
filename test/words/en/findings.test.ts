/** Every finding has a code of its own, facts that are plain values, and a sentence for each way to write days. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isoDay } from '#lib/words/en/dates.ts';
import { findingWords } from '#lib/words/en/finding.ts';
import { stories } from '../../patients/stories.ts';
import { judgeBundle } from '../../safety/judged.ts';

const folder = 'lib/words/en/findings';
const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));

async function codesIn(file: string): Promise<readonly string[]> {
  const exported = Object.values((await import(path.resolve(folder, file))) as Record<string, unknown>);
  return exported.flatMap((words) => (typeof words === 'object' && words !== null ? Object.keys(words) : []));
}

test('no two rules share a code, and each reads as words with hyphens', async () => {
  const codes = (await Promise.all(files.map(codesIn))).flat();
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  expect(codes.filter((code) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
});

describe.each(stories)('$id $title', ({ asOf, bundle }) => {
  const { findings } = judgeBundle(bundle, { asOf });

  test('facts are plain JSON values', () => {
    for (const { facts } of findings) expect(JSON.parse(JSON.stringify(facts))).toStrictEqual(facts);
  });

  test('a screen shows no day in ISO form, a file no other', () => {
    for (const finding of findings) {
      expect(findingWords(finding)).not.toMatch(/\b\d{4}-\d{2}-\d{2}\b/);
      expect(findingWords(finding, isoDay)).not.toMatch(/\b\d{2}-[A-Z][a-z]{2}-\d{4}\b/);
    }
  });
});
