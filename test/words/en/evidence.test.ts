import { describe, expect, it } from 'vitest';
import { JURISDICTIONS } from '#lib/settings/site.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { isEvidenceOld } from '#lib/words/claims.ts';
import { EVIDENCE, evidenceReviewed, unapprovedUse } from '#lib/words/en/evidence.ts';
import { REFERENCES } from '#lib/words/references.ts';

const cited = [...EVIDENCE.supporting, ...EVIDENCE.against, ...EVIDENCE.open, ...EVIDENCE.sideEffects];
const claims = [...cited, ...JURISDICTIONS.map(unapprovedUse)];

describe('the evidence', () => {
  it('gives every claim a source as a person would cite it, never a mark', () => {
    for (const { source } of claims) {
      expect(source).not.toMatch(/^[A-Z]\d$/);
      expect(source.length).toBeGreaterThan(5);
    }
  });

  it.each(Object.values(REFERENCES))('%s: names its year, and where it is found', (reference) => {
    expect(reference).toMatch(/\b20[0-2]\d\b/);
    expect(reference).toMatch(
      /PubMed \d{8}|doi 10\.|\d+(?:\(\d\))?: [a-z]*\d+|abstract \d+|Journal of General Practice/,
    );
  });

  it('puts the trial of the dose that is proposed here first among what speaks against', () => {
    const [first, second] = EVIDENCE.against;
    expect(first.text).toMatch(/^Trial of 4\.5 mg for 12 months, 98 women/);
    expect(first.source).toContain('PubMed 42385209');
    expect(second?.text).toMatch(/6 mg .*no significant benefit/);
    expect(EVIDENCE.supporting[0].text).toContain('28.8% against 18.0%');
  });

  it('files what favours it and was not powered on neither side', () => {
    const responders = /45% against 28%/;
    expect(EVIDENCE.against.filter(({ text }) => responders.test(text))).toEqual([]);
    expect(EVIDENCE.supporting.filter(({ text }) => responders.test(text))).toEqual([]);
    expect(EVIDENCE.open.filter(({ text }) => responders.test(text))).toHaveLength(1);
  });

  it('says what a pooled effect is counted in', () => {
    for (const { text } of cited.filter(({ text }) => text.startsWith('Meta-analysis')))
      expect(text).toMatch(/points|standard deviations/);
  });

  it('is old a year and a day after its last review, and says so', () => {
    const on = (day: string) => isEvidenceOld(day as CalendarDate);
    expect([on('2026-11-28'), on('2027-11-28'), on('2027-11-29')]).toEqual([false, false, true]);
    expect(evidenceReviewed(false)).toBe('Evidence last reviewed on 28-Nov-2026.');
    expect(evidenceReviewed(true)).toContain('more than 12 months ago');
  });

  it.each([
    ['US', 'Off-label: '],
    ['GB', 'Unlicensed use: '],
    ['NZ', 'Unapproved use: '],
  ] as const)('in %s such use is called: %s', (country, begins) => {
    expect(unapprovedUse(country).text.startsWith(begins)).toBe(true);
  });
});
