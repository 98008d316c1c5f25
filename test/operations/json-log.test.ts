import { expect, test } from 'vitest';
import { logLine } from '#lib/operations/json-log.ts';
import { VERSION } from '#lib/settings/version.ts';

test('words become one JSON line without terminal colours', () => {
  const line = JSON.parse(logLine('info', ['\u001b[32m Ready\u001b[39m', 'in 1 s']));
  expect(line).toMatchObject({ log: 1, version: VERSION, level: 'info', message: 'Ready in 1 s' });
  expect(Number.isNaN(Date.parse(line.at))).toBe(false);
});

test('an error is named with its place and its number; what it says is left out', () => {
  const error = Object.assign(new TypeError('no dose in "Jane Doe, hydrocodone"\n    at Jane Doe'), {
    digest: '12345',
  });
  const text = logLine('error', ['Error while rendering', error]);
  expect(JSON.parse(text)).toMatchObject({
    error: 'TypeError',
    digest: '12345',
    message: 'a fault of the app itself',
  });
  expect(JSON.parse(text).stack[0]).toContain('json-log.test.ts');
  expect(text).not.toMatch(/Jane|hydrocodone/);
});

test('a digest that is no number is no digest', () => {
  const text = logLine('error', [
    Object.assign(new Error('x'), { digest: 'NEXT_REDIRECT;replace;/chart/secret' }),
  ]);
  expect(text).not.toContain('secret');
});

test('objects other than errors are not printed: they may be a chart', () => {
  expect(logLine('warning', ['odd answer', { patient: 'Jane Doe' }])).not.toContain('Jane');
});
