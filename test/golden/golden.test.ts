/**
 * Every schedule that a prescriber is offered, as it leaves the app: one file each, to be read by a pharmacist. A change of a text is a
 * change of its file (`npx vitest run --project core test/golden -u`), and is read again before it is committed.
 */
import { expect, test } from 'vitest';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { PRESETS, type PresetId, proposeRegimen } from '#lib/titration/propose-regimen.ts';
import type { Regimen } from '#lib/titration/regimen.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { planOf } from '../titration/regimens.ts';
import { goldenPage } from './golden-page.ts';

const START = '2026-03-02' as CalendarDate;
const LATE = '2026-04-13' as CalendarDate;
const HOLD = { from: '2026-03-13' as CalendarDate, operation: '2026-03-16' as CalendarDate };

const preset = (id: PresetId, changes: Partial<Regimen> = {}, start = START) =>
  planOf({ ...proposeRegimen(start, PRESETS[id]), ...changes });

const STANDARD = preset('standard');

const SCHEDULES: readonly (readonly [file: string, title: string, plan: TitrationPlan])[] = [
  ['a-standard', 'A. Standard: 1.5 mg, up by 1.5 mg every 14 days to 4.5 mg, 56 nights', STANDARD],
  ['b-weekly', 'B. Weekly: 1.5 mg, up by 1.5 mg every 7 days to 4.5 mg, 56 nights', preset('weekly')],
  [
    'c-gentle',
    'C. Gentle: 0.5 mg, up by 0.5 mg every 7 days to 4.5 mg, two strengths, 63 nights',
    preset('gentle'),
  ],
  ['d-liquid-gentle', 'D. Liquid, gentle: the doses of C in millilitres', preset('liquid-gentle')],
  ['e-liquid-standard', 'E. Liquid, standard: the doses of A in millilitres', preset('liquid-standard')],
  ['f-two-strengths', 'F. Standard in two strengths', preset('two-strengths')],
  [
    'three-strengths',
    'Gentle in three strengths: 0.5, 1.5 and 4.5 mg',
    preset('gentle', { strengths: [500, 1500, 4500] }),
  ],
  [
    'filler-usual-no-lactose',
    "A, the pharmacy's usual filler, lactose not tolerated",
    { ...STANDARD, avoid: ['lactose'] },
  ],
  [
    'filler-sucrose-no-cellulose',
    'A, sucrose filler, cellulose not tolerated',
    { ...preset('standard', { filler: 'sucrose' }), avoid: ['cellulose'] },
  ],
  [
    'filler-ginger-no-sucrose',
    'A, ginger filler, sucrose and dyes not tolerated',
    { ...preset('standard', { filler: 'ginger' }), avoid: ['sucrose', 'dye'] },
  ],
  ['liquid-no-lactose', 'E, lactose not tolerated', { ...preset('liquid-standard'), avoid: ['lactose'] }],
  ['hold', 'A, held before an operation', { ...STANDARD, holds: [HOLD] }],
  ['hold-gentle', 'C, held before an operation', { ...preset('gentle'), holds: [HOLD] }],
  ['hold-liquid', 'D, held before an operation', { ...preset('liquid-gentle'), holds: [HOLD] }],
  [
    'first-night-fixed',
    'A, the first night fixed by the prescriber',
    preset('standard', { isFirstNightFixed: true }),
  ],
  ['late-start', 'A, begun six weeks later', preset('standard', {}, LATE)],
];

test.each(SCHEDULES)('%s reads as it was last read by a person', async (file, title, plan) => {
  await expect(goldenPage(title, plan)).toMatchFileSnapshot(`./${file}.txt`);
});
