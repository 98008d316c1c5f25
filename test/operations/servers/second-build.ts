/** The app built a second time from the same sources, in another folder, as another machine would build it. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, SOURCES } from '../../sandbox/build-app.ts';

/** @returns its standalone folder. @throws Error with what the build said. */
export function buildAgain(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const source of SOURCES)
    if (existsSync(join(PROJECT, source)))
      cpSync(join(PROJECT, source), join(folder, source), { recursive: true });
  execFileSync('cp', ['-a', '--link', join(PROJECT, 'node_modules'), folder]);
  const { NEXT_DIST_DIR: _, ...environment } = process.env;
  execFileSync('npm', ['run', 'build'], {
    cwd: folder,
    env: { ...environment, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: 'pipe',
  });
  return join(folder, '.next', 'standalone');
}
