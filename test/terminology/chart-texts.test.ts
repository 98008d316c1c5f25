import { describe, expect, it } from 'vitest';
import { doubtWords } from '#lib/words/en/recognised-by.ts';
import { CHART_TEXTS, textsOf } from './chart-texts/texts.ts';
import { fromText } from './describe-medication.ts';

/** The texts that come out as anything else, so that a failure names them all at once. */
const notOf = (texts: readonly string[], kind: string): string[] =>
  texts.flatMap((text) => {
    const found = fromText(text);
    return found.kind === kind ? [] : [`${text}: ${found.kind} (${found.doubts.map(doubtWords).join(', ')})`];
  });

describe('texts as charts hold them', () => {
  it('an opioid written in any usual way is an opioid', () => {
    expect(notOf(textsOf('opioid'), 'opioid')).toEqual([]);
  });

  it('a peripheral opioid is an opioid that is marked as peripheral', () => {
    expect(notOf(textsOf('peripheral-opioid'), 'opioid')).toEqual([]);
    expect(textsOf('peripheral-opioid').filter((text) => !fromText(text).peripheralOnly)).toEqual([]);
    expect(textsOf('opioid').filter((text) => fromText(text).peripheralOnly)).toEqual([]);
  });

  it('an antagonist alone is an antagonist', () => {
    expect(notOf(textsOf('antagonist'), 'antagonist')).toEqual([]);
  });

  it('a misspelt opioid is a possible opioid, never silence', () => {
    expect(notOf(textsOf('misspelt'), 'cannot-tell')).toEqual([]);
  });

  it('a text that names no drug, or one nobody knows, cannot be told', () => {
    expect(notOf(textsOf('unclear'), 'cannot-tell')).toEqual([]);
  });

  it('an ordinary drug plainly named is another drug', () => {
    expect(notOf(textsOf('ordinary-us'), 'other')).toEqual([]);
    expect(notOf(textsOf('ordinary-elsewhere'), 'other')).toEqual([]);
  });

  it('of 100 ordinary drugs plainly named, at most two cannot be told', () => {
    const untold = notOf(textsOf('ordinary-later'), 'other');
    expect(textsOf('ordinary-later').length).toBeGreaterThan(300);
    expect(untold.length / textsOf('ordinary-later').length).toBeLessThanOrEqual(0.02);
  });

  it('the lists hold more than 300 texts, each once, whatever its capitals', () => {
    const all = CHART_TEXTS.map(({ text }) => text.trim().toLowerCase());
    expect(all.filter((text, at) => text === '' || all.indexOf(text) !== at)).toEqual([]);
    expect(all.length).toBeGreaterThan(300);
  });
});
