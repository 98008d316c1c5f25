/** The FHIR server library of Node, @asymmetrik/node-fhir-server-core, installed into a folder of its own. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bundle } from '@medplum/fhirtypes';
import { freePort } from '../sandbox/free-port.ts';
import { type OutsideFhirServer, prepare, startProcess } from './outside-server.ts';

const PACKAGE = '@asymmetrik/node-fhir-server-core';
const VERSION = '2.2.5';
const FETCH_LIMIT_MS = 90_000;

/** @throws NotToBeHad where npm does not bring it. */
export async function startNodeFhirServer(fhirBase: string, folder: string): Promise<OutsideFhirServer> {
  const home = join(folder, 'node-fhir-server');
  await mkdir(home, { recursive: true });
  await writeFile(
    join(home, 'package.json'),
    JSON.stringify({ private: true, dependencies: { [PACKAGE]: VERSION } }),
  );
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--omit=dev'];
  await prepare('npm', ['install', ...quiet], home, FETCH_LIMIT_MS);

  const port = await freePort();
  const base = `http://127.0.0.1:${port}/4_0_1`;
  const stop = await startProcess(
    process.execPath,
    [join(import.meta.dirname, 'node-fhir-server', 'serve.ts'), home, String(port), fhirBase],
    `${base}/metadata`,
  );
  return { base, stop, take: (bundle) => takeOneByOne(base, bundle) };
}

async function takeOneByOne(base: string, bundle: Bundle): Promise<void> {
  for (const { resource } of bundle.entry ?? []) {
    const answer = await fetch(`${base}/${resource?.resourceType}/${resource?.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify(resource),
    });
    const said = await answer.text();
    if (!answer.ok)
      throw new Error(`the library took no ${resource?.resourceType}: ${answer.status} ${said}`);
  }
}
