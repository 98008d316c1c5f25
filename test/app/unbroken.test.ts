/** Where a line of a screen may end. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTurn } from '../../app/chart/[launch]/parts/unbroken.tsx';

/** "[4.5 mg]" is kept on one line. */
const shown = (text: string) =>
  inTurn(text)
    .map((piece, at) => (at % 2 === 0 ? piece : `[${piece}]`))
    .join('');

test.each([
  ['from 02-Mar-2026, then', 'from [02-Mar-2026,] then'],
  ['(active order of 10-Nov-2025)', '(active order of [10-Nov-2025)]'],
  ['take 4.5 mg at night', 'take [4.5 mg] at night'],
  ['0,5 mL (1 mg/mL)', '[0,5 mL] [(1 mg/mL)]'],
  ['12 500 mg', '[12 500 mg]'],
  ['02-Mar-2026 to 05-Apr-2026', '[02-Mar-2026] to [05-Apr-2026]'],
  ['score 6', 'score 6'],
  ['no number and no hyphen', 'no number and no hyphen'],
  ['', ''],
])('%s', (text, lines) => {
  expect(shown(text)).toBe(lines);
});

test('what a narrow pane may not hold can be broken', () => {
  const name = 'acetaminophen-oxycodone-hydrochloride';
  expect(shown(`${name} is current`)).toBe(`${name} is current`);
  expect(shown(`1049502 (${name})`)).toBe(`1049502 (${name})`);
});

test('no sign of the text is lost or added, and what is kept is short', () => {
  const words = fc.stringMatching(/^[-0-9.a-z,( ]{0,60}$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), words), (text) => {
      const pieces = inTurn(text);
      expect(pieces.join('')).toBe(text);
      for (const [at, piece] of pieces.entries()) if (at % 2 === 1) expect(piece.length).toBeLessThan(17);
    }),
  );
});
