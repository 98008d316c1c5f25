/**
 * Nothing is read back out of our own words. Whatever has them in hand - lib/words, who asks it or is given of it, every component -
 * holds no regular expression but these, and what each of them looks at was written by somebody else.
 */
import { expect, test } from 'vitest';
import { modulesUnder } from '../modules.ts';
import { nameOf, nodesOf } from '../syntax.ts';

const LOOKED_AT: Readonly<Record<string, string>> = {
  'app/chart/[launch]/parts/error-summary.tsx': 'the name of a field',
  'lib/assess/parse-json.ts': 'what the JSON parser says',
  'lib/assess/read-options.ts': 'what was typed after the command',
  'lib/order/draft/draft-reasons.ts': 'the address of a row',
  'lib/population/partition/partition.ts': 'the name of a file',
  'lib/terminology/make/plain-words.ts': 'a word of a drug list',
  'lib/words/en/cards.ts': 'what a chart or an EHR says, before it goes into Markdown',
  'lib/words/en/dates.ts': 'a day as FHIR writes it',
};

function patternsIn(file: string, text: string): readonly string[] {
  return [...nodesOf(file, text)].flatMap((node) => {
    const isNew = node.type === 'NewExpression' || node.type === 'CallExpression';
    if (isNew && nameOf(node.callee) === 'RegExp') return ['RegExp'];
    if (node.type !== 'Literal' || !('regex' in node) || !node.regex) return [];
    return [String(node.raw)];
  });
}

const IN_WORDS = /^lib\/words\//;
/** Who is given words names their type: OrderWords, DayWords. */
const GIVEN = /\b[A-Z]\w*Words\b/;

const inHand = [...modulesUnder('lib'), ...modulesUnder('app')].filter(
  ({ file, text, imports }) =>
    IN_WORDS.test(file) ||
    file.endsWith('.tsx') ||
    GIVEN.test(text) ||
    imports.some(({ to }) => IN_WORDS.test(to)),
);

test('there are files that have our words in hand', () => {
  expect(inHand.length).toBeGreaterThan(200);
});

test('no regular expression stands where it could look at them', () => {
  const holding = inHand
    .filter(({ file, text }) => patternsIn(file, text).length > 0)
    .map(({ file }) => file);
  expect(holding.sort()).toEqual(Object.keys(LOOKED_AT));
});

test.each([
  ['export const ending = /\\.$/;', 1],
  ["const day = new RegExp('-');", 1],
  ["const day = RegExp('-');", 1],
  ["const half = 'a/b'.length / 2;", 0],
])('%s', (code, count) => {
  expect(patternsIn('lib/example.ts', code)).toHaveLength(count);
});
