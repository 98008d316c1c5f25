/** Every figure of the evidence stands in its source. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CLAIMS, type ClaimId } from '#lib/words/claims.ts';
import { CLAIM_TEXTS } from '#lib/words/en/evidence.ts';
import { TIME_TO_EFFECT } from '#lib/words/en/plan.ts';
import { EVIDENCE_SOURCES } from './evidence-sources.ts';

const SEEDS = new URL('../../../shared/seeds/', import.meta.url);
const hasSeeds = existsSync(SEEDS);
if (!hasSeeds) console.log('skipped: the documents that are quoted (../shared/seeds) are not here');

const WORDS: Readonly<Record<string, string>> = { five: '5', ten: '10', half: '50%' };

/** Figures without their sign: an effect is told as a fall, or as a difference. */
function figures(text: string): readonly string[] {
  const inWords = Object.keys(WORDS).flatMap((word) =>
    new RegExp(`\\b${word}\\b`, 'i').test(text) ? (WORDS[word] ?? []) : [],
  );
  return [...inWords, ...[...text.matchAll(/\d+(?:\.\d+)?/g)].map(([figure]) => figure)];
}

const ids = Object.values(CLAIMS).flatMap((side) => Object.keys(side)) as ClaimId[];

test('each claim is held against a source, and no source is left over', () => {
  expect(Object.keys(EVIDENCE_SOURCES).sort()).toEqual([...ids].sort());
});

describe.each(ids)('%s', (id) => {
  const held = EVIDENCE_SOURCES[id];

  test('tells no figure that its source does not have', () => {
    const there = new Set(held.flatMap(({ says }) => figures(says)));
    expect(figures(CLAIM_TEXTS[id]).filter((figure) => !there.has(figure))).toEqual([]);
  });

  test.skipIf(!hasSeeds)('quotes the documents word for word', () => {
    for (const { from, says } of held.filter(({ from }) => from.startsWith('seeds/'))) {
      const name = readdirSync(SEEDS).find((file) => file.startsWith(from.slice('seeds/'.length)));
      expect(readFileSync(new URL(name ?? '', SEEDS), 'utf8')).toContain(says);
    }
  });
});

test.skipIf(!hasSeeds)('the time to effect is that of the documents', () => {
  const texts = readdirSync(SEEDS).map((file) => readFileSync(new URL(file, SEEDS), 'utf8'));
  expect(texts.some((text) => text.includes('It may take 2-8 weeks to see benefits'))).toBe(true);
  expect(texts.some((text) => text.includes('Efficacy maximum at 4-6 weeks'))).toBe(true);
  expect(figures(TIME_TO_EFFECT)).toEqual(['2', '8', '4', '6']);
});

test('a figure that was mistyped would be found', () => {
  expect(figures('pain fell by 82.8%')).not.toEqual(figures('pain fell by 28.8%'));
});
