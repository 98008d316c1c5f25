import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoEnvironment } from './demo-folder.ts';
import { inPlainWords } from './plain-words.ts';

const failure = (code: string) =>
  Object.assign(new Error(`${code}: mkdir '/checkout/.data'`), { code, path: '/checkout/.data' });

test.each([
  ['EACCES', 'this user may not write there'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
])('%s names the place, the reason and what to do', (code, why) => {
  const text = inPlainWords(failure(code));
  expect(text).toContain(`/checkout/.data cannot be written: ${why}`);
  expect(text).toContain('Put the checkout in a folder of your own');
  expect(text).not.toContain(code);
});

test('what the build says of a disk that is read-only is told so too', () => {
  const text = inPlainWords(
    new Error(
      "The app could not be built:\nError: EROFS: read-only file system, open '/checkout/.next/trace'",
    ),
  );
  expect(text).toContain('/checkout/.next/trace cannot be written: the disk is read-only');
});

test('a file in place of the folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ldn-demo-folder-'));
  try {
    writeFileSync(join(folder, 'demo'), '');
    const thrown = await demoEnvironment(
      join(folder, 'demo'),
      'http://localhost:1/fhir',
      'http://127.0.0.1:2',
    ).catch((error) => error);
    expect(inPlainWords(thrown)).toContain('a file stands where a folder should');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('an error of another kind is told as it is', () => {
  expect(inPlainWords(new Error('Port 3000 is taken.'))).toBe('Port 3000 is taken.');
});
