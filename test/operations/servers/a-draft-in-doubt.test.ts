/** A draft of which nobody knows whether it arrived, at an EHR that hides drafts from its search: told on every screen, to everybody. */
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { draftsOf, Journey, newPatient } from '../journey.ts';
import { titleOf } from '../paper-browser.ts';
import { type Fleet, startFleet } from './fleet.ts';

const TEST_LIMIT_MS = 120_000;
const IN_DOUBT = /nobody knows whether it arrived/;

let fleet: Fleet;
beforeAll(async () => {
  fleet = await startFleet(1, null);
}, TEST_LIMIT_MS);
afterAll(() => fleet?.close());
afterEach(() => {
  fleet.sandbox.faults.replace({});
});

async function launched(patient?: string, user?: string) {
  const of = patient ?? (await newPatient(fleet.sandbox, 'v01'));
  return { patient: of, journey: await Journey.launch(fleet.sandbox.launchUrl(of, user)) };
}
const drafts = (patient: string) => draftsOf(fleet.sandbox, patient).length;

/** Status and words of the FHIR file of a launch. */
async function fileOf(journey: Journey): Promise<readonly [number, string]> {
  const answer = await journey.browser.fetch(`${journey.chart}/order`);
  return [answer.status, await answer.text()];
}

test(
  'refused after the save: unknown, the order by hand and its file closed, no second draft',
  async () => {
    const { journey, patient } = await launched();
    fleet.sandbox.faults.replace({
      hideDrafts: true,
      refuseAfterWrite: { status: 422, text: 'Duplicate therapy.' },
    });
    const page = await journey.write();
    expect(titleOf(page.html)).toContain('Sent, but nobody knows whether it arrived');
    expect(page.html).toContain('this EHR may hide drafts');
    expect(page.html).not.toContain('looked in the chart: the draft is not there');
    expect(page.html).not.toContain('Download as FHIR file');
    expect(await fileOf(journey)).toEqual([409, expect.stringContaining('Nothing was downloaded')]);
    await journey.write();
    expect(drafts(patient)).toBe(1);
  },
  TEST_LIMIT_MS,
);

test(
  'killed between the POST and its answer: told to another user in a new launch, on Safety, Review, Done and in place of the handout',
  async () => {
    const { journey, patient } = await launched();
    const review = await journey.screen('review');
    fleet.sandbox.faults.replace({ hideDrafts: true, writeDelayMs: 20_000 });
    const lost = journey.browser.press(review, 'write');
    await vi.waitFor(() => expect(drafts(patient)).toBe(1), { timeout: 20_000 });
    await fleet.servers[0]?.kill();
    await lost;
    fleet.sandbox.faults.replace({ hideDrafts: true });
    await fleet.servers[0]?.startAgain();

    for (const { journey: later } of [{ journey }, await launched(patient, 'dr-second')]) {
      for (const screen of ['safety', 'plan', 'review', 'done', 'handout'] as const) {
        const { html } = await later.screen(screen);
        expect(html).toMatch(IN_DOUBT);
        expect(html).not.toMatch(/[Nn]othing was (written|saved)|no draft of this launch/);
        expect(html).not.toContain('Download as FHIR file');
      }
      expect((await fileOf(later))[0]).toBe(409);
    }
    expect(drafts(patient)).toBe(1);
  },
  TEST_LIMIT_MS,
);

test(
  'killed between the POST and its answer where the search shows drafts: Done opens the draft, in the same launch too',
  async () => {
    const { journey, patient } = await launched();
    const review = await journey.screen('review');
    fleet.sandbox.faults.replace({ writeDelayMs: 20_000 });
    const lost = journey.browser.press(review, 'write');
    await vi.waitFor(() => expect(drafts(patient)).toBe(1), { timeout: 20_000 });
    await fleet.servers[0]?.kill();
    await lost;
    fleet.sandbox.faults.replace({});
    await fleet.servers[0]?.startAgain();
    for (const screen of ['done', 'review'] as const) {
      const page = await journey.screen(screen);
      expect(page.url).toMatch(/\/done$/);
      expect(titleOf(page.html)).toMatch(/[Dd]raft .*in (the )?chart, not signed/);
      expect(page.html).not.toMatch(/Naltrexone draft exists|no draft of this launch/);
    }
    const safety = await journey.browser.open(`${journey.chart}/safety?closed=done`);
    expect(safety.url).toMatch(/\/done$/);
    expect((await fileOf(journey))[0]).toBe(409);
  },
  TEST_LIMIT_MS,
);

test(
  'a person looks, says that it is not there, and the order by hand opens; then it is sent again, once',
  async () => {
    const { journey, patient } = await launched();
    fleet.sandbox.faults.replace({ hideDrafts: true, loseWrite: true });
    const unknown = await journey.write();
    expect(titleOf(unknown.html)).toContain('Sent, but nobody knows whether it arrived');
    fleet.sandbox.faults.replace({ hideDrafts: true });
    const [, sendings = ''] = /name="not-there"[^>]*value="([^"]+)"/.exec(unknown.html) ?? [];
    const saved = await journey.browser.press(unknown, 'save', { 'not-there': sendings });
    expect(saved.html).toContain('Download as FHIR file');
    expect(saved.html).not.toMatch(IN_DOUBT);
    expect(await fleet.servers[0]?.log()).toContain('"outcome":"person-found-none"');
    const pressed = await Promise.all([
      journey.browser.press(saved, 'write'),
      journey.browser.press(unknown, 'write', { 'not-there': sendings }),
    ]);
    for (const page of pressed) expect(titleOf(page.html)).toMatch(/[Dd]raft .*in (the )?chart, not signed/);
    expect(drafts(patient)).toBe(1);
  },
  TEST_LIMIT_MS,
);
