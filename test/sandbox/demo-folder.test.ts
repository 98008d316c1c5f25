import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoEnvironment, forgetSessions } from './demo-folder.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ldn demo '));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a shell that reads the environment of a demo has the settings of its app', async () => {
  const environment = await demoEnvironment(folder, 'http://localhost:4004/fhir', 'http://127.0.0.1:3000');
  const read = execFileSync('sh', ['-c', `set -a; . "$1/environment"; env`, 'sh', folder], {
    encoding: 'utf8',
  });
  for (const [name, value] of Object.entries(environment)) expect(read).toContain(`${name}=${value}\n`);
});

test('what the app kept of charts and drafts is gone with the demo, its write-ahead log included', async () => {
  for (const end of ['', '-wal', '-shm']) await writeFile(join(folder, `sessions.sqlite${end}`), 'x');
  await forgetSessions(folder);
  expect((await readdir(folder)).filter((name) => name.startsWith('sessions'))).toEqual([]);
});
