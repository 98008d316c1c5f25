import { describe, expect, it } from 'vitest';
import { alternativesNotRecorded, EVIDENCE } from '../../lib/display/evidence.ts';

const claims = [EVIDENCE.offLabel, ...EVIDENCE.supporting, ...EVIDENCE.against, ...EVIDENCE.sideEffects];

describe('the evidence', () => {
  it('gives every claim a source as a person would cite it, never a mark', () => {
    for (const { source } of claims) {
      expect(source).not.toMatch(/^[A-Z]\d$/);
      expect(source.length).toBeGreaterThan(5);
    }
  });

  it('has the negative trial beside the positive one', () => {
    expect(EVIDENCE.supporting.some(({ text }) => text.includes('28.8%'))).toBe(true);
    expect(
      EVIDENCE.against.some(({ text }) => text.includes('6 mg') && text.includes('no significant')),
    ).toBe(true);
  });

  it('names only the alternatives the chart does not show', () => {
    expect(alternativesNotRecorded(['Duloxetine 60 MG']).map(({ drug }) => drug)).toEqual([
      'pregabalin',
      'milnacipran',
    ]);
  });

  it('knows an alternative by its brand name', () => {
    expect(alternativesNotRecorded(['Lyrica 75 mg', 'SAVELLA']).map(({ drug }) => drug)).toEqual([
      'duloxetine',
    ]);
  });
});
