/** 300 lines of national lists, hospitals and pharmacies, drawn by lot from those that were put aside while the tables were made. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readCsv } from '#lib/terminology/make/csv.ts';
import { fromText } from './describe-medication.ts';

const FILE = path.join(import.meta.dirname, 'chart-texts', 'lines-of-lists.csv');
const lines = readCsv(readFileSync(FILE, 'utf8'), FILE).map(({ text = '', holds = '' }) => ({
  text,
  holds,
  kind: fromText(text).kind,
}));
const of = (holds: string) => lines.filter((line) => line.holds === holds);
const share = (holds: string): number =>
  of(holds).filter(({ kind }) => kind === 'cannot-tell').length / of(holds).length;

it('more than 300 lines, each once', () => {
  expect(lines.length).toBeGreaterThan(300);
  expect(new Set(lines.map(({ text }) => text.toLowerCase())).size).toBe(lines.length);
});

it('no opioid is anything else, and few are only asked about', () => {
  expect(of('opioid').filter(({ kind }) => kind !== 'opioid' && kind !== 'cannot-tell')).toEqual([]);
  expect(share('opioid')).toBeLessThanOrEqual(0.04);
});

it('no ordinary drug or device is an opioid, and few are asked about', () => {
  expect([...of('ordinary'), ...of('device')].filter(({ kind }) => kind === 'opioid')).toEqual([]);
  expect(share('ordinary')).toBeLessThanOrEqual(0.05);
});
