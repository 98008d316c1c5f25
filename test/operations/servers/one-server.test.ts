import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { VERSION } from '#lib/settings/version.ts';
import { STANDALONE } from '../../sandbox/build-app.ts';
import { draftsOf, Journey, newPatient } from '../journey.ts';
import { titleOf } from '../paper-browser.ts';
import { type AppServer, type Fleet, startFleet } from './fleet.ts';

const TEST_LIMIT_MS = 120_000;
const DRAFT_STANDS = /[Dd]raft .*in (the )?chart, not signed/;

let fleet: Fleet;
let server: AppServer;
beforeAll(async () => {
  fleet = await startFleet(1, null, { METRICS_TOKEN: '' });
  const [only] = fleet.servers;
  if (only === undefined) throw new Error('no server');
  server = only;
}, TEST_LIMIT_MS);
afterAll(() => fleet?.close());
afterEach(() => {
  fleet.sandbox.faults.replace({});
});

async function launched() {
  const patient = await newPatient(fleet.sandbox, 'v01');
  return { patient, journey: await Journey.launch(fleet.sandbox.launchUrl(patient)) };
}
const drafts = (patient: string) => draftsOf(fleet.sandbox, patient).length;

/** Kills the server once the EHR has the draft and has not answered, and starts it again. */
async function killedWriting(lost: Promise<{ status: number }>, patient: string): Promise<void> {
  await vi.waitFor(() => expect(drafts(patient)).toBe(1), { timeout: 20_000 });
  await server.kill();
  expect((await lost).status).toBe(502);
  fleet.sandbox.faults.replace({});
  await server.startAgain();
}

test(
  'killed between the write and its answer: Write pressed again after the restart shows that draft and makes no second',
  async () => {
    const { journey, patient } = await launched();
    const review = await journey.screen('review');
    fleet.sandbox.faults.replace({ writeDelayMs: 20_000 });
    await killedWriting(journey.browser.press(review, 'write'), patient);
    expect(titleOf((await journey.browser.press(review, 'write')).html)).toMatch(DRAFT_STANDS);
    expect(drafts(patient)).toBe(1);
  },
  TEST_LIMIT_MS,
);

test(
  'killed between the write and its answer: the launch opened after the restart names the draft and offers no second',
  async () => {
    const { journey, patient } = await launched();
    const review = await journey.screen('review');
    fleet.sandbox.faults.replace({ writeDelayMs: 20_000 });
    await killedWriting(journey.browser.press(review, 'write'), patient);
    const safety = await journey.screen('safety');
    expect(safety.status).toBe(200);
    expect(titleOf(safety.html)).toMatch(DRAFT_STANDS);
    await journey.browser.press(review, 'write');
    expect(drafts(patient)).toBe(1);
  },
  TEST_LIMIT_MS,
);

test(
  'killed with its answer lost: a new launch of the same patient does not write a second draft',
  async () => {
    const { journey, patient } = await launched();
    fleet.sandbox.faults.replace({ writeDelayMs: 20_000, loseAnswerAfterWrite: true });
    const lost = journey.write().catch(() => null);
    await vi.waitFor(() => expect(drafts(patient)).toBe(1), { timeout: 20_000 });
    await server.kill();
    await lost;
    fleet.sandbox.faults.replace({});
    await server.startAgain();
    const again = await Journey.launch(fleet.sandbox.launchUrl(patient));
    expect(titleOf(again.first.html)).toMatch(DRAFT_STANDS);
    await again.write().catch(() => null);
    expect(drafts(patient)).toBe(1);
  },
  TEST_LIMIT_MS,
);

test(
  'told to stop in the middle of a write: it ends the write, answers, and only then stops',
  async () => {
    const { journey, patient } = await launched();
    fleet.sandbox.faults.replace({ writeDelayMs: 2_000 });
    const review = await journey.screen('review');
    const answered = journey.browser.press(review, 'write');
    await vi.waitFor(() => expect(drafts(patient)).toBe(1), { timeout: 20_000 });
    const stopped = server.stop();
    // The page after the redirect is asked of a server that is gone by then.
    await Promise.all([answered.catch(() => null), stopped]);
    expect((await server.log()).trimEnd().split('\n').at(-1)).toContain(
      '"event":"write","outcome":"written"',
    );
    await server.startAgain();
    expect(titleOf((await journey.screen('done')).html)).toMatch(DRAFT_STANDS);
    expect(drafts(patient)).toBe(1);
  },
  TEST_LIMIT_MS,
);

test(
  'a window closed in the middle of a write: the draft is in the chart and the launch knows it',
  async () => {
    const { journey, patient } = await launched();
    fleet.sandbox.faults.replace({ writeDelayMs: 1_500 });
    const review = await journey.screen('review');
    const closing = new AbortController();
    const answered = journey.browser.press(review, 'write', {}, { signal: closing.signal });
    await vi.waitFor(() => expect(drafts(patient)).toBe(1), { timeout: 20_000 });
    closing.abort();
    await answered.catch(() => null);
    await vi.waitFor(async () => expect(titleOf((await journey.screen('done')).html)).toMatch(DRAFT_STANDS), {
      timeout: 20_000,
      interval: 500,
    });
    expect(drafts(patient)).toBe(1);
  },
  TEST_LIMIT_MS,
);

test(
  'a token the EHR ended before its time is renewed, and the prescriber sees nothing of it',
  async () => {
    const { journey } = await launched();
    const line = 'ldn_ehr_requests_total{method="POST",status="200"}';
    const before = await server.metric(line);
    fleet.sandbox.faults.replace({ tokenExpiresNow: true });
    const safety = await journey.screen('safety');
    expect(titleOf(safety.html)).toBe(titleOf(journey.first.html));
    expect((await server.metric(line)) - before).toBe(1);
  },
  TEST_LIMIT_MS,
);

test(
  'a form that carries the token of another launch, or none, writes nothing',
  async () => {
    const [one, other] = [await launched(), await launched()];
    const [review, foreign] = [await one.journey.screen('review'), await other.journey.screen('review')];
    const token = /name="form-token" value="([^"]+)"/.exec(foreign.html)?.[1] ?? '';
    expect(token).not.toBe('');
    for (const wrong of [token, '', 'x']) {
      const page = await one.journey.browser.press(review, 'write', { 'form-token': wrong });
      expect(titleOf(page.html)).not.toMatch(DRAFT_STANDS);
    }
    expect([drafts(one.patient), drafts(other.patient)]).toEqual([0, 0]);
  },
  TEST_LIMIT_MS,
);

test(
  'a form posted by a page of another site writes nothing, though it carries the right token and the cookie',
  async () => {
    const { journey, patient } = await launched();
    const review = await journey.screen('review');
    for (const sender of ['https://evil.example', fleet.sandbox.url, 'null']) {
      const page = await journey.browser.press(review, 'write', {}, { sender });
      expect(page.status).toBeGreaterThanOrEqual(400);
    }
    expect(drafts(patient)).toBe(0);
  },
  TEST_LIMIT_MS,
);

test('health and metrics answer this machine; a stranger behind a proxy gets no metrics', async () => {
  const here = `http://127.0.0.1:${server.port}`;
  expect(await (await fetch(`${here}/health`)).json()).toEqual({ live: true, ready: true, version: VERSION });
  expect((await fetch(`${here}/metrics`)).status).toBe(200);
  const stranger = await fetch(`${here}/metrics`, { headers: { 'x-forwarded-for': '127.0.0.1' } });
  expect(stranger.status).toBe(404);
});

test('the running server checks a site for the command beside it, and for nobody else', async () => {
  const check = async (issuer: string) => {
    const command = spawn(process.execPath, ['site.mjs', 'check', issuer], {
      cwd: STANDALONE,
      env: { ...process.env, PORT: String(server.port) },
    });
    let text = '';
    for (const stream of [command.stdout, command.stderr]) stream.on('data', (part) => (text += part));
    const [code] = await once(command, 'close');
    return { code, text };
  };
  const { code, text } = await check(fleet.sandbox.fhirBase);
  expect(text).toContain('Pretend EHR can be launched from.');
  expect(code).toBe(0);
  expect(await check('https://elsewhere.example')).toMatchObject({ code: 2 });
  const address = `http://127.0.0.1:${server.port}/site-check?issuer=x`;
  expect((await fetch(address, { headers: { 'x-forwarded-for': '127.0.0.1' } })).status).toBe(404);
});

test(
  'each act of a journey is counted with how long it took',
  async () => {
    const acts = ['launch', 'read', 'judgement', 'write'];
    const counts = () =>
      Promise.all(acts.map((act) => server.metric(`ldn_act_duration_seconds_count{act="${act}"}`)));
    const before = await counts();
    const { journey } = await launched();
    await journey.write();
    const after = await counts();
    // The chart is read for the verdict and again before the write.
    expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([1, 2, 1, 1]);
  },
  TEST_LIMIT_MS,
);

test('a form larger than any of this app is refused', async () => {
  const { journey } = await launched();
  const body = new FormData();
  body.append('x', 'y'.repeat(600_000));
  const answer = await fetch(`${journey.chart}/review`, { method: 'POST', body });
  expect(answer.status).toBe(413);
});

test('every line of the log after its start is JSON', async () => {
  await sleep(100);
  const lines = (await server.log()).split('\n').filter((line) => line.startsWith('{'));
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  const plain = (await server.log())
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('{'));
  for (const line of plain) expect(line).toMatch(/Next\.js|Local:|Network:|Ready in|next\.config/);
});
