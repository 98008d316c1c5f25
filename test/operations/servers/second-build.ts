/** The app built a second time from the same sources, in another folder, as another machine would build it. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../sandbox/build-app.ts';

const BUILT_FROM = [
  'app',
  'build',
  'lib',
  'public',
  'docs',
  'LICENSE',
  'NOTICE',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** @returns its standalone folder. @throws Error with what the build said. */
export function buildAgain(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const source of BUILT_FROM)
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
