import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { launchFailure } from '#lib/launch/failure.ts';
import { type AuditEvent, audit, auditLineSchema, auditRefusal } from '#lib/operations/audit.ts';
import { SETTINGS_READ } from '#lib/settings/environment.ts';
import { sitesSchema } from '#lib/settings/site.ts';
import { VERSION } from '#lib/settings/version.ts';
import { ACCEPTED, shipped } from './licences.ts';
import { madePages } from './make-docs.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8');

test.each(madePages())('$path is as the code makes it (if not: npm run docs)', ({ text, wanted }) => {
  expect(text).toBe(wanted);
});

describe('licences', () => {
  test('each package the server runs with, on any platform, has one that this project may ship with', () => {
    const alternatives = (licence: string) => licence.replace(/[()]/g, '').split(/ OR /);
    const isAccepted = (licence: string) =>
      alternatives(licence).some((one) => one.split(/ AND /).every((part) => ACCEPTED.includes(part)));
    expect(shipped().filter(({ licence, leftOut }) => !leftOut && !isAccepted(licence))).toEqual([]);
  });
});

describe('the audit line', () => {
  const lines: string[] = [];
  beforeEach(() => {
    lines.length = 0;
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const everyField: AuditEvent = {
    event: 'write',
    outcome: 'written',
    launch: 'x'.repeat(43),
    issuer: 'https://ehr.example/fhir',
    patient: 'Patient/p1',
    user: null,
    ms: 12.5,
    ids: { location: 'MedicationRequest/1' },
  };

  test('of every act is one line of JSON of the documented schema', () => {
    audit(everyField);
    auditRefusal(launchFailure('NO_PATIENT', 'the launch names no patient'));
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(line.endsWith('\n')).toBe(true);
      expect(auditLineSchema.safeParse(JSON.parse(line)).error).toBeUndefined();
    }
  });

  test('names a launch by the start of a digest, never by its id', () => {
    audit(everyField);
    expect(lines[0]).not.toContain('x'.repeat(43));
    expect(JSON.parse(lines[0] ?? '').launch).toHaveLength(16);
  });

  test('every field of the schema says what it means', () => {
    for (const field of Object.values(auditLineSchema.shape))
      expect(field.description?.length).toBeGreaterThan(10);
  });
});

test('the sample sites file is one that the app takes', () => {
  expect(sitesSchema.parse(JSON.parse(read('docs/examples/sites.json'))).sites.length).toBeGreaterThan(0);
});

describe('the version', () => {
  const changes = read('CHANGELOG.md');

  test('in package.json has its part in the change log, beside what is unreleased', () => {
    expect(changes).toContain(`\n## ${VERSION}`);
    expect(changes).toContain('\n## Unreleased');
  });

  test('is what a tag is made of, as CONTRIBUTING.md and SECURITY.md say', () => {
    for (const page of ['CONTRIBUTING.md', 'SECURITY.md']) expect(read(page)).toContain('`v0.1.0`');
  });
});

describe('the settings table', () => {
  test.each(SETTINGS_READ)('docs/operating.md has a row for %s', (variable) => {
    expect(read('docs/operating.md')).toContain(`| ${variable} |`);
  });
});

describe('the threat model', () => {
  const rows = read('docs/threat-model.md')
    .split('\n')
    .filter((line) => /^\| [STRIDE]\d+ \|/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  test('has rows of all six kinds', () => {
    expect(new Set(rows.map(([, id]) => id?.[0]))).toEqual(new Set('STRIDE'));
  });

  test.each(rows.map(([, id, , control = '', proof = '']) => ({ id, control, proof })))(
    '$id names a control and a test that exist',
    ({ control, proof }) => {
      const files = [...`${control} ${proof}`.matchAll(/`([\w./[\]-]+\.[a-z]+)`/g)].map(
        ([, file = '']) => file,
      );
      expect(control).toMatch(/`[^`]+\.(ts|tsx|js)`/);
      expect(files.filter((file) => !existsSync(join(PROJECT, file)))).toEqual([]);
      const tests = [...proof.matchAll(/`([\w./-]+\.test\.ts)`: "([^"]+)"/g)];
      expect(tests.length).toBeGreaterThan(0);
      for (const [, file = '', name = ''] of tests) expect(read(file)).toContain(name);
    },
  );
});

test.each([
  'docs/registering.md',
  'docs/threat-model.md',
  'docs/operating.md',
  'docs/audit.md',
  'docs/architecture.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
])('every file that %s names is there', (page) => {
  const named = [...read(page).matchAll(/`((?:app|lib|test|docs)\/[\w./[\]-]+\.(?:ts|tsx|md|json))`/g)].map(
    ([, file = '']) => file,
  );
  expect(named.filter((file) => !existsSync(join(PROJECT, file)))).toEqual([]);
});
