import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installedRecogniser, loadTables } from '#lib/terminology/load-tables.ts';
import { createRecogniser } from '#lib/terminology/recogniser.ts';
import { coding, medication, RXNORM, SNOMED, TABLES_FOLDER } from './describe-medication.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tables-'));
  cpSync(TABLES_FOLDER, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a site without SNOMED CT and dm+d still recognises by name and other codes, and says what is absent', () => {
  rmSync(path.join(folder, 'snomed.txt'));
  rmSync(path.join(folder, 'dmd.txt'));
  const tables = loadTables(folder);
  expect(tables.absent).toEqual(['snomed.txt', 'dmd.txt']);
  const recognise = createRecogniser(tables);
  expect(recognise(medication({ codings: [coding(SNOMED, '85990009')] })).kind).toBe('cannot-tell');
  expect(recognise(medication({ codings: [coding(SNOMED, '85990009', 'Codeine')] })).kind).toBe('opioid');
  expect(recognise(medication({ codings: [coding(RXNORM, '2670')] })).kind).toBe('opioid');
});

it('a missing required table stops the app with the name of the file', () => {
  rmSync(path.join(folder, 'rxnorm-opioids.txt'));
  expect(() => loadTables(folder)).toThrow(/rxnorm-opioids\.txt is missing/);
});

it('the manifest names source, date, counts and the licence sentence of the National Library of Medicine', () => {
  const { manifest } = loadTables(folder);
  expect(manifest.made).toMatch(/^\d{4}-\d{2}$/);
  expect(manifest.releases[0]).toEqual({
    of: 'RxNorm',
    release: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  });
  expect(manifest.licences.join(' ')).toContain('courtesy of the U.S. National Library of Medicine');
  expect(manifest.files.every(({ count }) => count > 0)).toBe(true);
});

it("a site's country settles a brand with two meanings; without one it is asked about", () => {
  const triatec = medication({ texts: ['Triatec'] });
  expect(installedRecogniser('CA').recognise(triatec).agonists).toEqual(['codeine']);
  expect(installedRecogniser('ES').recognise(triatec).kind).toBe('cannot-tell');
  expect(installedRecogniser().recognise(triatec).kind).toBe('cannot-tell');
  expect(installedRecogniser('CA').recognise).toBe(installedRecogniser('CA').recognise);
});
