/** HAPI FHIR's JPA server on H2 in memory, from Maven Central: the FHIR server most hospitals' own servers are made of. */

import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bundle } from '@medplum/fhirtypes';
import { servedTypes } from '../sandbox/fhir/served-types.ts';
import { freePort } from '../sandbox/free-port.ts';
import { has, NotToBeHad, type OutsideFhirServer, prepare, startProcess } from './outside-server.ts';

const PROJECT = join(import.meta.dirname, 'hapi-fhir');
const FETCH_LIMIT_MS = 240_000;

/** @throws NotToBeHad without Java 17, Maven, or an answer from Maven Central. */
export async function startHapiFhir(fhirBase: string, folder: string): Promise<OutsideFhirServer> {
  if (!has('java', '-version')) throw new NotToBeHad('there is no Java here');
  if (!has('mvn', '-version')) throw new NotToBeHad('there is no Maven here');
  const out = join(folder, 'hapi-fhir');
  const classpath = join(out, 'classpath');
  await mkdir(out, { recursive: true });
  const goals = ['compile', 'dependency:build-classpath'];
  const options = ['-B', '-q', `-DbuildFolder=${out}`, `-Dmdep.outputFile=${classpath}`];
  await prepare('mvn', [...options, ...goals], PROJECT, FETCH_LIMIT_MS);

  const port = await freePort();
  const base = `http://127.0.0.1:${port}/fhir`;
  const stop = await startProcess(
    'java',
    [
      '-Xmx1g',
      '-Dorg.slf4j.simpleLogger.defaultLogLevel=error',
      '-cp',
      `${join(out, 'classes')}:${(await readFile(classpath, 'utf8')).trim()}`,
      'HapiServer',
      String(port),
      fhirBase,
    ],
    `${base}/metadata`,
  );
  await warmUp(base);
  return { base, stop, take: (bundle) => takeAsTransaction(base, bundle) };
}

/** The first search of each type compiles; a hospital's server has done that long before anyone launches an app. */
async function warmUp(base: string): Promise<void> {
  for (const { type } of servedTypes) await (await fetch(`${base}/${type}?_id=none`)).text();
}

async function takeAsTransaction(base: string, bundle: Bundle): Promise<void> {
  const transaction = {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: (bundle.entry ?? []).map(({ resource }) => ({
      resource,
      request: { method: 'PUT', url: `${resource?.resourceType}/${resource?.id}` },
    })),
  };
  const answer = await fetch(base, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(transaction),
  });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`HAPI took no chart: ${answer.status} ${said.slice(0, 600)}`);
}
