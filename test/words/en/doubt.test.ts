import { describe, expect, test } from 'vitest';
import type { DraftDoubt } from '#lib/order/write/draft-doubt.ts';
import { CLOSED_BY_HAND, doubtWords } from '#lib/words/en/doubt.ts';

const SENT_AT = Date.UTC(2026, 2, 2, 9, 30);
const STATES: readonly DraftDoubt['state'][] = ['being-written', 'written', 'unknown'];
const doubt = (state: DraftDoubt['state'], sentAt: number | null = SENT_AT) => ({
  sendings: ['a@1'],
  sentAt,
  state,
});

describe('the words of a draft in doubt', () => {
  test.each(STATES)(
    '%s: say when it was sent, what that means and what to do, and never that nothing was saved',
    (state) => {
      const { title, happened, meaning, steps } = doubtWords(doubt(state), 'UTC', false);
      expect(happened).toContain('02-Mar-2026 at 09:30');
      for (const text of [title, happened, meaning, ...steps]) expect(text).toMatch(/\S/);
      expect([title, happened, meaning, ...steps].join(' ')).not.toMatch(/[Nn]othing was|no draft was/);
    },
  );

  test('without a time say none', () => {
    expect(doubtWords(doubt('unknown', null), 'UTC', false).happened).toContain(
      'for this patient, in this launch',
    );
  });

  test('send to the place where a person says what they found', () => {
    expect(doubtWords(doubt('unknown'), 'UTC', true).steps.join(' ')).toContain('say so below');
    expect(doubtWords(doubt('unknown'), 'UTC', false).steps.join(' ')).toContain('say so on Review');
    expect(CLOSED_BY_HAND['in-doubt'].text).toContain('second one');
    expect(CLOSED_BY_HAND['being-written'].text).toContain('second one');
  });
});
