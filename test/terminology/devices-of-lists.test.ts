/**
 * Devices as public lists name them, none of which the tables were made from: HCPCS Level II short descriptions (CMS, public domain), prescribing
 * data and dm+d of the NHS (Open Government Licence v3.0), hospital price lists and Medicare Part D (published under federal rule).
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readCsv } from '#lib/terminology/make/csv.ts';
import { fromText } from './describe-medication.ts';

const FILE = path.join(import.meta.dirname, 'chart-texts', 'devices-of-lists.csv');
const lines = readCsv(readFileSync(FILE, 'utf8'), FILE).map(({ text = '', source = '' }) => ({
  text,
  source,
  kind: fromText(text).kind,
}));

it('more than 150 lines, each once', () => {
  expect(lines.length).toBeGreaterThan(150);
  expect(new Set(lines.map(({ text }) => text.toLowerCase())).size).toBe(lines.length);
});

it('none is an opioid, and of a hundred at most three are asked about', () => {
  expect(lines.filter(({ kind }) => kind === 'opioid' || kind === 'antagonist')).toEqual([]);
  const asked = lines.filter(({ kind }) => kind === 'cannot-tell');
  expect(asked.length / lines.length, asked.map(({ text }) => text).join('; ')).toBeLessThanOrEqual(0.03);
});
