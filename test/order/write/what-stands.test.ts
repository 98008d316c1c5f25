/** The table that decides what is said after a POST, read as sentences. */
import { describe, expect, test } from 'vitest';
import { type AnswerClass, type LookClass, WHAT_STANDS } from '#lib/order/write/what-stands.ts';

const ANSWERS = Object.keys(WHAT_STANDS) as AnswerClass[];
const LOOKS: readonly LookClass[] = ['found', 'absent', 'perhaps-hidden', 'failed'];
const OVER_HTTP = ['conflict', 'refused', 'unclear'] as const;

describe('what stands', () => {
  test('a draft that the look finds stands, whatever the answer was', () => {
    for (const answer of ANSWERS) expect(['created', 'existing']).toContain(WHAT_STANDS[answer].found);
  });

  test.each(OVER_HTTP)('%s: "not written" takes a look that would have shown the draft', (answer) => {
    expect(WHAT_STANDS[answer]['perhaps-hidden']).toBe('unknown');
    expect(WHAT_STANDS[answer].failed).toBe('unknown');
  });

  test('an answer that is none is never "not written": it may still arrive', () => {
    for (const look of LOOKS) expect(WHAT_STANDS.unclear[look]).not.toBe('not-written');
  });

  test('a success is believed', () => {
    for (const look of LOOKS) {
      expect(WHAT_STANDS.created[look]).toBe('created');
      expect(WHAT_STANDS.existing[look]).toBe('existing');
    }
  });
});
