/** Whatever is posted to a running server: a body that no action takes is a 4xx, a page of another build is told so, and nothing is lost. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { OWN_DRAFT_SYSTEM } from '#lib/chart/own-draft.ts';
import { failureWords } from '#lib/words/en/failures.ts';
import { STANDALONE } from '../../sandbox/build-app.ts';
import { draftsOf, Journey, newPatient } from '../journey.ts';
import { type Page, titleOf } from '../paper-browser.ts';
import { type Fleet, startFleet } from './fleet.ts';

const TEST_LIMIT_MS = 120_000;
const DRAFT_STANDS = /[Dd]raft .*in (the )?chart, not signed/;

let fleet: Fleet;
beforeAll(async () => {
  fleet = await startFleet(1, null, {}, { rung: 'fhir-draft', draftsInSearch: 'hidden' });
}, TEST_LIMIT_MS);
afterAll(() => fleet?.close());
afterEach(() => {
  fleet.sandbox.faults.replace({});
});

async function onReview() {
  const patient = await newPatient(fleet.sandbox, 'v01');
  const journey = await Journey.launch(fleet.sandbox.launchUrl(patient));
  return { patient, journey, review: await journey.screen('review') };
}
const drafts = (patient: string) => draftsOf(fleet.sandbox, patient).length;
const tokenOf = ({ html }: Page) => /name="form-token" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** By which name a page calls an action of the build under test. */
function nameOf(action: string): string {
  const file = join(STANDALONE, '..', 'server', 'server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as {
    node: Record<string, { exportedName: string }>;
  };
  return Object.keys(node).find((name) => node[name]?.exportedName === action) ?? '';
}

const CALLED = [
  'savePlan',
  'submitReview',
  'prepareHandOver',
  'reportHandOver',
  'planAnew',
  'writeBesideNow',
];
const boundary = { 'content-type': 'multipart/form-data; boundary=x' };
const part = (name: string, value: string) =>
  `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

const BODIES: readonly (readonly [string, Record<string, string>, string])[] = [
  ['no body', {}, ''],
  ['text', { 'content-type': 'text/plain' }, 'hello'],
  ['half of JSON', { 'content-type': 'text/plain;charset=UTF-8' }, '["launch", {"a'],
  ['JSON that is no list', { 'content-type': 'application/json' }, '{"launch":1}'],
  ['numbers and null', { 'content-type': 'text/plain;charset=UTF-8' }, '[7, null, [1]]'],
  ['no arguments', { 'content-type': 'text/plain;charset=UTF-8' }, '[]'],
  ['a reference to nothing', { 'content-type': 'text/plain;charset=UTF-8' }, '["$K1", "$F2", "$@9"]'],
  [
    'another action as an argument',
    { ...boundary },
    `${part('0', '["x","$F1"]')}${part('1', '{"id":"x"}')}--x--\r\n`,
  ],
  ['a form that breaks off', { ...boundary }, part('0', '["x","$K1"]')],
  ['a form with nothing in it', { ...boundary }, '--x--\r\n'],
  [
    'a form with a file',
    { ...boundary },
    `--x\r\ncontent-disposition: form-data; name="0"; filename="a"\r\n\r\n[]\r\n--x--\r\n`,
  ],
  ['a form without its boundary', { 'content-type': 'multipart/form-data' }, part('0', '[]')],
];

describe('a call whose body is none that an action takes', () => {
  test.each(BODIES)(
    '%s: refused, to whichever action, and the launch goes on to one draft',
    async (_name, headers, body) => {
      const { patient, journey, review } = await onReview();
      for (const action of CALLED) {
        const called = await journey.browser.fetch(review.url, {
          method: 'POST',
          headers: { ...headers, 'next-action': nameOf(action), origin: fleet.appUrl },
          body,
        });
        expect(called.status, action).toBeGreaterThanOrEqual(400);
        expect(called.status, action).toBeLessThan(500);
      }
      const posted = await journey.browser.fetch(review.url, {
        method: 'POST',
        headers: { ...headers, origin: fleet.appUrl },
        body,
      });
      expect(posted.status).toBeLessThan(500);
      expect(drafts(patient)).toBe(0);
      expect(titleOf((await journey.browser.press(review, 'write')).html)).toMatch(DRAFT_STANDS);
      expect(drafts(patient)).toBe(1);
    },
    TEST_LIMIT_MS,
  );

  test('a form whose own fields are torn: refused, never a fault', async () => {
    const { journey, review } = await onReview();
    for (const [field, torn] of [
      [/\$ACTION_\d+:0/, '5'],
      [/\$ACTION_\d+:0/, '{"id":'],
      [/\$ACTION_\d+:1/, '{}'],
      [/\$ACTION_\d+:1/, '["$F1"]'],
    ] as const) {
      const name = field.exec(review.html)?.[0] ?? '';
      expect(name).not.toBe('');
      const page = await journey.browser.press(review, 'write', { [name]: torn });
      expect(page.status).toBe(400);
      expect(titleOf(page.html)).toContain(failureWords('FORM_UNREADABLE').title);
    }
  });
});

describe('a page of another build, whose action is not known here', () => {
  const unknown = (page: Page): Page => ({
    ...page,
    html: page.html.replace(/(&quot;id&quot;:&quot;)[0-9a-f]{40}/g, `$1${'0'.repeat(40)}`),
  });

  test(
    'Review: says so with a number, writes nothing, and after the reload the answers stand',
    async () => {
      const { patient, journey, review } = await onReview();
      const older = unknown(review);
      expect(older.html).not.toBe(review.html);
      const answers = choices(review.html);
      expect(Object.keys(answers).length).toBeGreaterThan(0);
      const page = await journey.browser.press(older, 'write', answers);
      expect([page.status, titleOf(page.html)]).toEqual([409, expect.stringContaining('older version')]);
      const number = /<dt>Reference<\/dt><dd>([^<]+)/.exec(page.html)?.[1] ?? '';
      expect(await fleet.servers[0]?.log()).toContain(number);
      expect(page.html).toContain(`href="${new URL(review.url).pathname}"`);
      expect(drafts(patient)).toBe(0);
      const again = await journey.screen('review');
      for (const [name, value] of Object.entries(answers))
        expect(isChosen(again.html, name, value)).toBe(true);
    },
    TEST_LIMIT_MS,
  );

  test(
    'Plan: what was typed stands after the reload',
    async () => {
      const { journey } = await onReview();
      const plan = await journey.screen('plan');
      const page = await journey.browser.press(unknown(plan), 'update', { days: '42' });
      expect(page.status).toBe(409);
      expect((await journey.screen('plan')).html).toContain('value="42"');
    },
    TEST_LIMIT_MS,
  );

  test(
    'a page with scripts is told in the words it knows, and what was typed is kept; not by a page of another launch',
    async () => {
      const { journey } = await onReview();
      const plan = await journey.screen('plan');
      const call = async (token: string, days: string) => {
        const body = new FormData();
        for (const [name, value] of Object.entries({ 'form-token': token, days }))
          body.append(`1_${name}`, value);
        body.append('0', '["x","$K1"]');
        const headers = { 'next-action': '60'.repeat(21), origin: fleet.appUrl };
        const request = { method: 'POST', headers, body };
        const sentOn = await journey.browser.fetch(plan.url, request);
        expect(sentOn.status).toBe(307);
        return journey.browser.fetch(sentOn.headers.get('location') ?? '', request);
      };
      const answer = await call(tokenOf(plan), '35');
      expect([answer.status, answer.headers.get('x-nextjs-action-not-found')]).toEqual([409, '1']);
      await call('x', '49');
      expect((await journey.screen('plan')).html).toContain('value="35"');
    },
    TEST_LIMIT_MS,
  );
});

test(
  "what became of a draft that the app itself sent is not the page's to tell: a reported hand-over changes nothing",
  async () => {
    const { patient, journey, review } = await onReview();
    fleet.sandbox.faults.replace({ refuseAfterWrite: { status: 422, text: 'No.' }, hideDrafts: true });
    const page = await journey.browser.press(review, 'write');
    expect(page.html).toContain('nobody knows whether it arrived');
    const report = await journey.browser.fetch(review.url, {
      method: 'POST',
      headers: {
        'next-action': nameOf('reportHandOver'),
        origin: fleet.appUrl,
        'content-type': 'text/plain;charset=UTF-8',
      },
      body: JSON.stringify([
        journey.chart.split('/').at(-1),
        tokenOf(review),
        [{ status: 422, location: null, words: 'Not taken' }],
      ]),
    });
    expect(report.status).toBe(200);
    expect(await report.text()).toContain(`${new URL(journey.chart).pathname}/review`);
    const after = await journey.screen('review');
    expect(after.html).toContain('nobody knows whether it arrived');
    expect(after.html).not.toContain('Not taken');
    await journey.browser.press(after, 'write');
    expect(drafts(patient)).toBe(1);
    expect(JSON.stringify(draftsOf(fleet.sandbox, patient))).toContain(OWN_DRAFT_SYSTEM);
  },
  TEST_LIMIT_MS,
);

/** The second answer of each question that has two, as a person might choose it. */
function choices(html: string): Record<string, string> {
  const last: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input\b[^>]*type="radio"[^>]*>/g)) {
    const [, name = ''] = /\bname="([^"]*)"/.exec(tag) ?? [];
    last[name] = /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '';
  }
  return last;
}

function isChosen(html: string, name: string, value: string): boolean {
  return [...html.matchAll(/<input\b[^>]*>/g)].some(
    ([tag]) => tag.includes(`name="${name}"`) && tag.includes(`value="${value}"`) && /\schecked=/.test(tag),
  );
}
