/**
 * `npm run image-steps`: performs the Dockerfile's steps in a folder of its own, without a container engine, and starts what comes out.
 * Reads the Dockerfile itself, so that the two cannot differ; an instruction it does not know stops it.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../sandbox/free-port.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const START_LIMIT_MS = 30_000;

interface Step {
  readonly instruction: string;
  readonly rest: string;
}

export function stepsOf(dockerfile: string): readonly Step[] {
  return dockerfile
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [instruction = '', ...rest] = line.split(' ');
      return { instruction, rest: rest.join(' ') };
    });
}

/** One stage: a folder that stands for its file system. */
interface Stage {
  readonly name: string;
  readonly root: string;
  workdir: string;
  readonly environment: Record<string, string>;
}

async function performSteps(say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ldn-image-'));
  const stages: Stage[] = [];
  let server: ChildProcess | null = null;
  try {
    for (const { instruction, rest } of stepsOf(readFileSync(join(PROJECT, 'Dockerfile'), 'utf8'))) {
      say(`${instruction} ${rest}`);
      const stage = stages.at(-1);
      if (instruction === 'FROM') {
        const name = / AS (\w+)$/.exec(rest)?.[1] ?? `stage-${stages.length}`;
        stages.push({ name, root: join(folder, name), workdir: join(folder, name), environment: {} });
      } else if (stage === undefined) throw new Error('the Dockerfile does not begin with FROM');
      else if (instruction === 'WORKDIR') {
        stage.workdir = join(stage.root, rest);
        mkdirSync(stage.workdir, { recursive: true });
      } else if (instruction === 'COPY') copy(rest, stage, stages);
      else if (instruction === 'RUN') run(rest, stage);
      else if (instruction === 'ENV') {
        for (const pair of rest.split(' '))
          stage.environment[pair.split('=')[0] ?? ''] = pair.split('=')[1] ?? '';
      } else if (instruction === 'CMD') server = await start(JSON.parse(rest) as string[], stage);
      else if (!['USER', 'EXPOSE', 'VOLUME', 'HEALTHCHECK'].includes(instruction)) {
        throw new Error(`no way to perform ${instruction} is known here`);
      }
    }
  } finally {
    server?.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}

function copy(rest: string, stage: Stage, stages: readonly Stage[]): void {
  const words = rest.split(' ');
  const options = words.filter((word) => word.startsWith('--'));
  const paths = words.filter((word) => !word.startsWith('--'));
  const target = join(stage.workdir, paths.at(-1) ?? '.');
  const from = options.find((option) => option.startsWith('--from='))?.slice('--from='.length);
  const source = stages.find(({ name }) => name === from);
  const ignored = ignoredNames();
  for (const path of paths.slice(0, -1)) {
    const absolute = source === undefined ? join(PROJECT, path) : join(source.root, path);
    const isFolder = path === '.' || source !== undefined;
    cpSync(absolute, isFolder ? target : join(target, path), {
      recursive: true,
      filter: (file) =>
        source !== undefined || dirname(file) !== PROJECT || !ignored(file.slice(PROJECT.length + 1)),
    });
  }
}

/** What .dockerignore keeps out, by name. Exported for its test. */
export function ignoredNames(): (name: string) => boolean {
  const patterns = readFileSync(join(PROJECT, '.dockerignore'), 'utf8').split('\n').filter(Boolean);
  return (name) =>
    patterns.some((pattern) =>
      new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(name),
    );
}

function run(command: string, { workdir, environment }: Stage): void {
  // The image's user; here the one who runs this.
  const here = command.replace(/ && chown \S+ \S+/, '');
  const { NEXT_DIST_DIR: _, ...outside } = process.env;
  execFileSync('sh', ['-c', here], { cwd: workdir, stdio: 'inherit', env: { ...outside, ...environment } });
}

/** Started without settings the server must live, and say that it is not ready. */
async function start([command = '', ...words]: readonly string[], stage: Stage): Promise<ChildProcess> {
  const port = await freePort();
  const { PATH = '' } = process.env;
  const server = spawn(command, words, {
    cwd: stage.workdir,
    stdio: 'inherit',
    env: { NODE_ENV: 'production', PATH, ...stage.environment, HOSTNAME: '127.0.0.1', PORT: String(port) },
  });
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    const live = await fetch(`http://127.0.0.1:${port}/health?live`).catch(() => null);
    if (live?.ok) {
      checkSiteBeside(stage, port);
      return server;
    }
    if (Date.now() > deadline || server.exitCode !== null) {
      server.kill('SIGKILL');
      throw new Error('the server that was built does not answer');
    }
    await sleep(100);
  }
}

/** Without settings it says which are missing, and so that it is there and finds its server. */
function checkSiteBeside({ workdir }: Stage, port: number): void {
  const env = { NODE_ENV: 'production', PATH: process.env.PATH ?? '', PORT: String(port) } as const;
  const words = ['site.mjs', 'check', 'https://ehr.example/fhir'];
  const { status, stderr } = spawnSync('node', words, { cwd: workdir, env, encoding: 'utf8' });
  if (status !== 2 || !stderr.includes('SITES_FILE')) throw new Error(`the check of a site said: ${stderr}`);
}

if (import.meta.main) {
  await performSteps((line) => console.log(`> ${line}`));
  console.log('Every step of the Dockerfile was performed, and the server it makes answers.');
}
