import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '#lib/fhir/parse-json.ts';

test('whatever JSON can hold comes out as it went in', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 8 }), (text) => {
      expect(parseJson(text)).toEqual({ json: JSON.parse(text) });
    }),
  );
});

test('brackets and quotes within a text count for nothing', () => {
  for (const text of ['['.repeat(500), '"{'.repeat(500), '\\"['.repeat(500), '\\\\'.repeat(501)]) {
    expect(parseJson(JSON.stringify({ text }))).toEqual({ json: { text } });
  }
});

test.each([
  ['lists', `${'['.repeat(101)}${']'.repeat(101)}`],
  ['objects', `${'{"a":'.repeat(101)}1${'}'.repeat(101)}`],
  ['after a text that ends in backslashes', `["\\\\\\\\",${'['.repeat(101)}`],
])('nested beyond what any chart is: refused unread (%s)', (_what, text) => {
  expect(parseJson(text)).toEqual({ failed: 'too-deep' });
});

test('what ends early is no JSON', () => {
  for (const text of ['', '{"a":', '"', '"\\"', '{"a":"b'])
    expect(parseJson(text)).toEqual({ failed: 'not-json' });
});
