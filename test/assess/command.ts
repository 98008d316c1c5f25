/** Runs the command line with files in a folder of its own: in this process, or as a person does. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { runAssess } from '#lib/assess/run-assess.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'assess-'));

let files = 0;

/** Writes the content (JSON unless it is text already) and returns the file's path. */
export function file(content: unknown): string {
  files += 1;
  mkdirSync(folder, { recursive: true });
  const place = path.join(folder, `${files}.json`);
  writeFileSync(place, typeof content === 'string' ? content : JSON.stringify(content));
  return place;
}

/** For `afterAll` of every test file that writes any: test files of one process share the folder. */
export function removeFiles(): void {
  rmSync(folder, { recursive: true, force: true });
}

interface Run {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export async function assess(words: readonly string[], input = ''): Promise<Run> {
  const [stdout, stderr] = [collector(), collector()];
  const exit = await runAssess(words, {
    input: Readable.from([input]),
    output: stdout.stream,
    errors: stderr.stream,
  });
  return { exit, stdout: stdout.text(), stderr: stderr.text() };
}

/** The same through the shell, in a zone far from any clinic's: the machine's own must never be used. */
export function assessFromShell(words: readonly string[], input?: string): Run {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'assess', '--', ...words], {
    encoding: 'utf8',
    input,
    env: { ...process.env, TZ: 'Pacific/Kiritimati' },
  });
  return { exit: status, stdout, stderr };
}

function collector() {
  const parts: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      parts.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => parts.join('') };
}
