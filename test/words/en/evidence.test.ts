import { describe, expect, it } from 'vitest';
import { alternativesNotRecorded, EVIDENCE } from '#lib/words/en/evidence.ts';

const claims = [EVIDENCE.offLabel, ...EVIDENCE.supporting, ...EVIDENCE.against, ...EVIDENCE.sideEffects];

describe('the evidence', () => {
  it('gives every claim a source as a person would cite it, never a mark', () => {
    for (const { source } of claims) {
      expect(source).not.toMatch(/^[A-Z]\d$/);
      expect(source.length).toBeGreaterThan(5);
    }
  });

  it('has the negative trial beside the positive one', () => {
    expect(EVIDENCE.supporting[0].text).toContain('28.8% against 18.0%');
    expect(EVIDENCE.against[0].text).toMatch(/6 mg .*no significant benefit/);
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
