/** Each room of lib opens with its promise: a README.md that says what it takes, gives and never does, and which file to open first. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOMS } from './modules.ts';

/** Rooms within a room that keep a promise of their own. */
const INNER = [
  'chart/read',
  'chart/shape',
  'terminology/codes',
  'terminology/make',
  'terminology/text',
  'safety/exposure',
  'safety/rules',
  'order/draft',
  'order/write',
  'order/verify',
  'order/standing',
  'population/export',
  'population/partition',
  'population/judge',
  'population/run',
  'population/queue',
  'population/fetch',
  'population/report',
];

test('every folder of lib with code in it is one of the rooms, or is said of by the room above', () => {
  const folders = readdirSync('lib', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ parentPath }) => parentPath.replaceAll('\\', '/').replace(/^lib\//, ''));
  const known = new Set([...ROOMS, ...INNER]);
  expect(
    [...new Set(folders)].filter((folder) => !known.has(folder) && !folder.startsWith('words/')),
  ).toEqual([]);
});

test.each([...ROOMS, ...INNER])(
  'lib/%s says its promise in a few lines, and the files it names are there',
  (room) => {
    const [promised = ''] = readFileSync(`lib/${room}/README.md`, 'utf8').split('\n## ');
    const lines = promised.trim().split('\n');
    expect(lines[0]).toBe(`# ${room}`);
    const promise = lines.slice(2);
    expect(promise.length).toBeGreaterThanOrEqual(3);
    expect(promise.length).toBeLessThanOrEqual(8);
    const text = promise.join(' ');
    const named = [...text.matchAll(/`([\w./-]+\.ts)`/g)].map(([, file = '']) => file);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((file) => !existsSync(`lib/${room}/${file}`))).toEqual([]);
    for (const word of ['takes', 'gives', 'open']) expect(text.toLowerCase()).toContain(word);
  },
);
