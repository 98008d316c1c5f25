/** Reading age 11: no box of the handout asks for more than six years of school. */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { expect, test } from 'vitest';
import { JURISDICTIONS } from '#lib/settings/site.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { PRESETS, type PresetId } from '#lib/titration/propose-regimen.ts';
import { boxesOf, planOfPreset, sheetOf } from './sheet-of.ts';

const HIGHEST_GRADE = 6;

/**
 * US school grade of a text. A line ends a sentence; a colon does not.
 * @see Kincaid, Fishburne, Rogers, Chissom 1975, "Derivation of new readability formulas for Navy enlisted personnel"
 */
function grade(lines: readonly string[]): number {
  const sentences = lines
    .flatMap((line) => line.split(/[.!?](?=\s|$)/))
    .filter((text) => /[a-z]/i.test(text));
  const words = sentences.flatMap((text) => text.match(/[A-Za-z][A-Za-z'-]*|\d[\d./]*/g) ?? []);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables });
}

const HOLD = { from: '2026-03-13' as CalendarDate, operation: '2026-03-16' as CalendarDate };

test.each(
  JURISDICTIONS.flatMap((country) =>
    (Object.keys(PRESETS) as PresetId[]).map((id) => [country, id] as const),
  ),
)('in %s every box of the sheet of %s reads at grade 6 at the most', (country, id) => {
  for (const isFirstNightFixed of [true, false]) {
    const plan = { ...planOfPreset(id, { isFirstNightFixed }), holds: [HOLD] };
    for (const { title, lines } of boxesOf(sheetOf(plan, { country }))) {
      expect(grade([title, ...lines]), title).toBeLessThanOrEqual(HIGHEST_GRADE);
      // Not by short boxes around one hard sentence.
      for (const line of lines) expect(grade([line]), line).toBeLessThanOrEqual(HIGHEST_GRADE + 4);
    }
  }
});

test('the formula does see a text for clinicians', () => {
  expect(
    grade([
      'Naltrexone precipitates withdrawal in opioid-dependent patients, notably after methadone maintenance.',
    ]),
  ).toBeGreaterThan(12);
});
