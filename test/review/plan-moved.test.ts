import { expect, test } from 'vitest';
import { planMoved } from '#lib/review/plan-moved.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { FRAME_WORDS } from '#lib/words/en/frame.ts';

const day = (text: string) => text as CalendarDate;

test('the last opioid that was stated moves the first night, and is named', () => {
  const moved = planMoved(
    { R09: { lastDose: day('2026-11-26') }, R06: { lastDose: day('2026-11-01') } },
    day('2026-12-11'),
  );
  expect(moved).toEqual({ lastOpioid: '2026-11-26', firstNight: '2026-12-11' });
  expect(FRAME_WORDS.forms.moved(moved)).toMatch(
    /^Last opioid 26-Nov-2026: first night moved to 11-Dec-2026\. Nothing was written yet\./,
  );
});

test('without one the answers themselves are named', () => {
  expect(FRAME_WORDS.forms.moved(planMoved({}, day('2026-12-11')))).toMatch(
    /^Your answers changed the plan: first night 11-Dec-2026\./,
  );
});
