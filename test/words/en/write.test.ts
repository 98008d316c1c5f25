import { describe, expect, it } from 'vitest';
import type { WriteOutcome } from '#lib/order/write/write-outcome.ts';
import { writeWords } from '#lib/words/en/write.ts';

const OUTCOMES: readonly WriteOutcome[] = [
  { kind: 'written', locations: ['MedicationRequest/1'] },
  {
    kind: 'already-written',
    whose: 'this-order',
    drafts: [{ location: 'MedicationRequest/1', status: 'draft' }],
  },
  {
    kind: 'half-written',
    locations: ['MedicationRequest/1'],
    missing: ['4.5 mg capsule'],
    because: { code: 'refused', status: 422, words: 'Refused.' },
  },
  { kind: 'refused', status: 422, words: 'Dose form is missing', retryAfter: null },
  { kind: 'conflict', status: 409, words: null, retryAfter: 30 },
  { kind: 'not-supported', status: 405, words: null, retryAfter: null },
  { kind: 'outcome-unknown', why: { code: 'timed-out' }, words: null, looked: 'perhaps-hidden' },
  {
    kind: 'changed-before-write',
    differences: [{ kind: 'part', key: 'verdict', was: 'none-found', now: 'present' }],
  },
  { kind: 'not-sent', why: { code: 'being-written' } },
];

describe('the words of a write', () => {
  it.each(OUTCOMES)('says of $kind what happened, what it means and what to do', (outcome) => {
    const { title, happened, meaning, steps } = writeWords(outcome);
    for (const text of [title, happened, meaning, ...steps]) expect(text).toMatch(/\S/);
    expect(steps.length).toBeGreaterThan(0);
  });

  it('never says that a draft is signed', () => {
    for (const outcome of OUTCOMES) {
      expect(writeWords(outcome).title).not.toMatch(/(?<!not )signed/);
    }
  });

  it('gives the words of the EHR itself', () => {
    const refused = writeWords({
      kind: 'refused',
      status: 422,
      words: 'Dose form is missing',
      retryAfter: null,
    });
    expect(refused.happened).toBe('The EHR says: Dose form is missing');
  });

  it('does not claim that nothing was saved when nobody knows', () => {
    const unknown = writeWords({
      kind: 'outcome-unknown',
      why: { code: 'timed-out' },
      words: null,
      looked: 'failed',
    });
    expect(unknown.meaning).toContain('may be a draft');
    expect(unknown.meaning).not.toContain('No draft');
  });

  it('warns against signing one strength of two', () => {
    const half = writeWords({
      kind: 'half-written',
      locations: [null],
      missing: ['4.5 mg capsule'],
      because: { code: 'rest-not-sent' },
    });
    expect(half.meaning).toContain('Do not sign');
  });
});
