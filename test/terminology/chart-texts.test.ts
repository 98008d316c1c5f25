import { describe, expect, it } from 'vitest';
import { doubtWords } from '#lib/words/en/recognised-by.ts';
import { ANTAGONIST_TEXTS } from './chart-texts/antagonists.ts';
import { MISSPELT_TEXTS, UNCLEAR_TEXTS } from './chart-texts/misspelt-and-unclear.ts';
import { OPIOID_TEXTS, PERIPHERAL_TEXTS } from './chart-texts/opioids.ts';
import { ORDINARY_ELSEWHERE } from './chart-texts/ordinary-elsewhere.ts';
import { ORDINARY_US } from './chart-texts/ordinary-us.ts';
import { fromText } from './describe-medication.ts';
import { ORDINARY_DRUGS } from './ordinary-drugs.ts';

/** The texts that come out as anything else, so that a failure names them all at once. */
const notOf = (texts: readonly string[], kind: string): string[] =>
  texts.flatMap((text) => {
    const found = fromText(text);
    return found.kind === kind ? [] : [`${text}: ${found.kind} (${found.doubts.map(doubtWords).join(', ')})`];
  });

describe('texts as charts hold them', () => {
  it('an opioid written in any usual way is an opioid', () => {
    expect(notOf(OPIOID_TEXTS, 'opioid')).toEqual([]);
  });

  it('a peripheral opioid is an opioid that is marked as peripheral', () => {
    expect(notOf(PERIPHERAL_TEXTS, 'opioid')).toEqual([]);
    expect(PERIPHERAL_TEXTS.filter((text) => !fromText(text).peripheralOnly)).toEqual([]);
    expect(OPIOID_TEXTS.filter((text) => fromText(text).peripheralOnly)).toEqual([]);
  });

  it('an antagonist alone is an antagonist', () => {
    expect(notOf(ANTAGONIST_TEXTS, 'antagonist')).toEqual([]);
  });

  it('a misspelt opioid is a possible opioid, never silence', () => {
    expect(notOf(MISSPELT_TEXTS, 'cannot-tell')).toEqual([]);
  });

  it('a text that names no drug, or one nobody knows, cannot be told', () => {
    expect(notOf(UNCLEAR_TEXTS, 'cannot-tell')).toEqual([]);
  });

  it('an ordinary drug plainly named is another drug', () => {
    expect(notOf(ORDINARY_US, 'other')).toEqual([]);
    expect(notOf(ORDINARY_ELSEWHERE, 'other')).toEqual([]);
  });

  it('of 100 ordinary drugs plainly named, at most two cannot be told', () => {
    const untold = notOf(ORDINARY_DRUGS, 'other');
    expect(ORDINARY_DRUGS.length).toBeGreaterThan(300);
    expect(untold.length / ORDINARY_DRUGS.length).toBeLessThanOrEqual(0.02);
  });

  it('the lists hold more than 300 texts, each once', () => {
    const all = [
      ...OPIOID_TEXTS,
      ...PERIPHERAL_TEXTS,
      ...ANTAGONIST_TEXTS,
      ...MISSPELT_TEXTS,
      ...UNCLEAR_TEXTS,
      ...ORDINARY_US,
      ...ORDINARY_ELSEWHERE,
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(300);
  });
});
