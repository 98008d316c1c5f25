/** What the repository's host does with this project: it may read it, runs what is pinned, and asks for safety reports first. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const HOST = join(import.meta.dirname, '..', '..', '.github');
const read = (...path: string[]) => readFileSync(join(HOST, ...path), 'utf8');

describe.each(readdirSync(join(HOST, 'workflows')))('the workflow %s', (file) => {
  const text = read('workflows', file);

  test('may read the source and nothing else', () => {
    expect(
      [...text.matchAll(/^ *permissions:\n((?: +\S+: \S+\n)+)/gm)].map(([, granted]) => granted?.trim()),
    ).toEqual(['contents: read']);
    expect(text).not.toContain('pull_request_target');
  });

  test('runs actions by the hash of a commit alone, with the version beside it', () => {
    const used = [...text.matchAll(/uses: (.+)/g)].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/@[0-9a-f]{40} # v\d/);
  });

  test('proves the checkout as any machine does', () => {
    expect(text).toContain('run: .ci/run');
  });
});

test('the safety form stands first, asks for no patient data, and an issue without a form cannot be opened', () => {
  const forms = readdirSync(join(HOST, 'ISSUE_TEMPLATE')).filter((file) => file !== 'config.yml');
  expect(read('ISSUE_TEMPLATE', forms.sort()[0] ?? '')).toMatch(
    /^name: 'Safety: [\s\S]*There is no patient data in this report/,
  );
  expect(read('ISSUE_TEMPLATE', 'config.yml')).toContain('blank_issues_enabled: false');
});
