import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ignoredNames, stepsOf } from './image-steps.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const steps = stepsOf(readFileSync(join(PROJECT, 'Dockerfile'), 'utf8'));
const { scripts, dependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));

test('the Dockerfile knows only instructions that can be performed without a container engine', () => {
  const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'VOLUME', 'HEALTHCHECK', 'CMD'];
  expect(steps.filter(({ instruction }) => !known.includes(instruction))).toEqual([]);
});

test('the image is made of the Node that is locked, builds by npm scripts that exist and starts what npm start starts', () => {
  const major = dependencies.node.split('.')[0];
  for (const { instruction, rest } of steps) {
    if (instruction === 'FROM') expect(rest).toMatch(new RegExp(`^node:${major}-`));
    const script = /npm run (\S+)/.exec(rest)?.[1];
    if (script !== undefined) expect(scripts).toHaveProperty(script);
  }
  const command = JSON.parse(steps.find(({ instruction }) => instruction === 'CMD')?.rest ?? '[]');
  expect(scripts.start).toBe(
    ['exec', ...command.slice(0, -1), `.next/standalone/${command.at(-1)}`].join(' '),
  );
});

test('the server does not run as root, and no secret is built in', () => {
  expect(steps.find(({ instruction }) => instruction === 'USER')?.rest).toBe('node');
  expect(steps.filter(({ rest }) => /SESSION_KEYS|KEYS_FILE|SECRET|TOKEN/.test(rest))).toEqual([]);
});

test('files of secrets reach neither the repository, nor the image, nor the folder that is served', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ldn-build-'));
  const secrets = ['.env', '.env.production', '.env.production.local'];
  for (const path of ['.next/standalone', '.next/static', '.next/server', 'public'])
    mkdirSync(join(folder, path), { recursive: true });
  for (const name of secrets) writeFileSync(join(folder, '.next/standalone', name), 'SESSION_KEYS=secret');
  const [made, ...afterwards] = (scripts.build as string).split(' && ');
  expect(made).toBe('next build');
  // What Next leaves there is made by hand: the steps that follow are the script's own.
  const server = join(folder, '.next/standalone/server.js');
  writeFileSync(server, "const hostname = process.env.HOSTNAME || '0.0.0.0'");
  writeFileSync(join(folder, '.next/server/server-reference-manifest.json'), '{"node":{}}');
  const here = afterwards.join(' && ').replace('node build/', `node ${PROJECT}/build/`);
  execFileSync('sh', ['-ec', here], { cwd: folder });
  // Nor is a build reached from outside before somebody says so.
  expect(readFileSync(server, 'utf8')).not.toContain('0.0.0.0');
  expect(readdirSync(join(folder, '.next/standalone')).filter((name) => name.startsWith('.env'))).toEqual([]);
  const ignored = ignoredNames();
  expect(secrets.filter((name) => !ignored(name))).toEqual([]);
  const untracked = execFileSync('git', ['check-ignore', ...secrets], { cwd: PROJECT, encoding: 'utf8' });
  expect(untracked.trim().split('\n')).toEqual(secrets);
  rmSync(folder, { recursive: true });
});
