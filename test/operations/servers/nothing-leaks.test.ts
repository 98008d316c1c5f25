/** After a whole journey, with faults on the way: who looks into logs, addresses, pages and folders for what must not be there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MedicationRequest, Patient } from '@medplum/fhirtypes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSessionStore } from '#lib/launch/session-store.ts';
import { makeSeal } from '#lib/store/seal.ts';
import { sealRecords } from '#lib/store/sealed-records.ts';
import { openSqliteRecordStore } from '#lib/store/sqlite-record-store.ts';
import { STANDALONE } from '../../sandbox/build-app.ts';
import { Journey, newPatient } from '../journey.ts';
import { type Fleet, startFleet } from './fleet.ts';

const TEST_LIMIT_MS = 120_000;
let fleet: Fleet;
let journey: Journey;
let log = '';
const pages: string[] = [];
/** Words of this patient's chart: names, dates of birth, drugs. */
let chartWords: string[] = [];
let secrets: string[] = [];

beforeAll(async () => {
  fleet = await startFleet(1, null, {}, { rung: 'fhir-draft', draftsInSearch: 'shown' });
  const { sandbox } = fleet;
  const patient = await newPatient(sandbox, 'v01');
  journey = await Journey.launch(sandbox.launchUrl(patient));
  pages.push(journey.first.html);
  sandbox.faults.replace({ html: ['Condition'], refuse: { Observation: { status: 500 } } });
  pages.push((await journey.screen('safety')).html);
  sandbox.faults.replace({});
  for (const screen of ['safety', 'plan', 'review'] as const) pages.push((await journey.screen(screen)).html);
  sandbox.faults.replace({ refuseWrite: { status: 422, text: 'No compounded orders for Ada Example.' } });
  pages.push((await journey.write()).html);
  sandbox.faults.replace({});
  pages.push((await journey.write()).html);
  for (const screen of ['done', 'handout'] as const) pages.push((await journey.screen(screen)).html);
  pages.push((await journey.browser.open(`${fleet.appUrl}/callback?state=x&code=y`)).html);
  pages.push((await journey.browser.open(`${fleet.appUrl}/launch?iss=https://stranger.example`)).html);
  log = (await fleet.servers[0]?.log()) ?? '';

  const { name, birthDate } = sandbox.repository.peek('Patient', patient) as Patient;
  const orders = sandbox.repository.rows('MedicationRequest', patient) as MedicationRequest[];
  chartWords = [
    ...(name ?? []).flatMap(({ family, given }) => [family ?? '', ...(given ?? [])]),
    birthDate ?? '',
    ...orders.flatMap(({ medicationCodeableConcept: drug }) => [
      drug?.text ?? '',
      ...(drug?.coding ?? []).map(({ display }) => display ?? ''),
    ]),
    'naltrexone',
    'duloxetine',
    'fibromyalgia',
    'compounded',
  ].filter((word) => word.length > 2);

  const sessionKey = readFileSync(join(fleet.folder, 'session-key'), 'utf8');
  const seal = makeSeal([new Uint8Array(Buffer.from(sessionKey, 'base64url'))]);
  const store = makeSessionStore(
    sealRecords(openSqliteRecordStore(join(fleet.folder, 'sessions.sqlite')), seal),
  );
  const launchId = journey.chart.split('/').at(-1) ?? '';
  const kept = await store.openLaunch(launchId, []);
  if (kept === null) throw new Error('the launch is not in the store');
  const { keys } = JSON.parse(readFileSync(join(fleet.folder, 'keys.json'), 'utf8'));
  secrets = [
    kept.tokens.accessToken,
    kept.tokens.refreshToken ?? '',
    sessionKey,
    keys[0].d,
    ...journey.browser.cookieValues(fleet.appUrl),
  ].filter((secret) => secret !== '');
  expect(secrets.length).toBeGreaterThanOrEqual(5);
  expect(chartWords.length).toBeGreaterThan(8);
}, TEST_LIMIT_MS);
afterAll(() => fleet?.close());

function found(text: string, words: readonly string[]): string[] {
  return words.filter((word) => text.includes(word));
}

test('the log: no name, no birth date, no drug, no token, no secret, no launch address', () => {
  expect(log).toContain('"event":"write"');
  expect(found(log, [...chartWords, ...secrets, journey.chart.split('/').at(-1) ?? ''])).toEqual([]);
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@29
test('addresses: no name, no drug, no token, no secret', () => {
  const addresses = journey.browser.visited.join('\n');
  expect(found(addresses, chartWords)).toEqual([]);
  expect(found(addresses, secrets)).toEqual([]);
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@29
test('pages: no token and no secret; the pages of a failed launch nothing of the patient', () => {
  expect(found(pages.join('\n'), secrets)).toEqual([]);
  expect(found(pages.slice(-2).join('\n'), chartWords)).toEqual([]);
});

test('answers of a launch may be kept by no cache', async () => {
  for (const screen of ['safety', 'plan', 'review', 'done', 'handout']) {
    const answer = await journey.browser.fetch(`${journey.chart}/${screen}`);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    await answer.body?.cancel();
  }
});

test("the server's folders: nothing of the patient and no secret stands in a file, but for the encrypted store", () => {
  const cached = filesUnder(join(STANDALONE, '..', 'cache')).concat(
    filesUnder(join(STANDALONE, process.env.NEXT_DIST_DIR || '.next', 'cache')),
  );
  for (const file of cached) expect(found(readFileSync(file, 'latin1'), secrets)).toEqual([]);
  for (const name of ['sessions.sqlite', 'sessions.sqlite-wal']) {
    const stored = readFileSync(join(fleet.folder, name), 'latin1');
    expect(found(stored, [...chartWords.filter((word) => word.length > 5), ...secrets])).toEqual([]);
  }
});

function filesUnder(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
