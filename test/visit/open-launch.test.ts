import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Chart } from '#lib/chart/chart.ts';
import { VERSION } from '#lib/settings/version.ts';
import { chartLastRead, openLaunch } from '#lib/visit/open-launch.ts';
import { appBesideEhr, later, opened } from '../launch/app-beside-ehr.ts';
import { Browser, codeOf } from '../launch/browser.ts';

const { ehr, log, folder } = appBesideEhr();

/** One browser with two charts open. */
async function twoCharts() {
  const browser = new Browser();
  const one = await browser.launched(ehr);
  ehr.manners.token.patient = 'p2';
  const two = await browser.launched(ehr);
  return { browser, one, two };
}

test('two charts in one browser stay two: patient, token, work', async () => {
  const { browser, one, two } = await twoCharts();
  await (await opened(browser, one)).saveWork({ regimenForm: { startMg: '1.5' } });
  await (await opened(browser, two)).saveWork({ regimenForm: { startMg: '0.5' } });
  const [first, second] = [await opened(browser, one), await opened(browser, two)];
  expect([first.session.patientId, second.session.patientId]).toEqual(['p1', 'p2']);
  expect(await first.accessToken()).not.toBe(await second.accessToken());
  expect([first.work.regimenForm, second.work.regimenForm]).toEqual([{ startMg: '1.5' }, { startMg: '0.5' }]);
  expect(first.work.draftIdentifier).not.toBe(second.work.draftIdentifier);
  expect(first.session.formToken).not.toBe(second.session.formToken);
});

test('the same patient launched twice is two launches', async () => {
  const browser = new Browser();
  const [one, two] = [await browser.launched(ehr), await browser.launched(ehr)];
  expect(one).not.toBe(two);
  await (await opened(browser, one)).saveWork({ answerForm: { R06: 'yes' } });
  expect((await opened(browser, two)).work.answerForm).toBeNull();
});

test('a launch id without its cookie, or with the cookie of another launch, opens nothing', async () => {
  const { browser, one, two } = await twoCharts();
  expect(codeOf(await openLaunch(one, new Browser()))).toBe('SESSION_EXPIRED');
  const [cookieOne, cookieTwo] = [...browser.jar.keys()];
  const crossed = new Browser();
  crossed.jar.set(cookieOne ?? '', browser.get(cookieTwo ?? '')?.value ?? '');
  expect(codeOf(await openLaunch(one, crossed))).toBe('SESSION_EXPIRED');
  expect(codeOf(await openLaunch(two, crossed))).toBe('SESSION_EXPIRED');
});

test('a launch that lost the identifier of its draft is over: it could write a second one', async () => {
  const browser = new Browser();
  const id = await browser.launched(ehr);
  await (await opened(browser, id)).saveWork({ draftIdentifier: null as unknown as string });
  expect(codeOf(await openLaunch(id, browser))).toBe('SESSION_EXPIRED');
});

test.each(['', '../../etc/passwd', 'x'.repeat(43), 'x'.repeat(5000)])(
  'an id nobody made opens nothing: %#',
  async (id) => {
    expect(codeOf(await openLaunch(id, new Browser()))).toBe('SESSION_EXPIRED');
  },
);

test('work is saved field by field, last write wins, and what is not given stays', async () => {
  const browser = new Browser();
  const id = await browser.launched(ehr);
  const [tab, otherTab] = [await opened(browser, id), await opened(browser, id)];
  await tab.saveWork({ regimenForm: { days: '56' } });
  await otherTab.saveWork({ answerForm: { R05: 'none' } });
  const work = await tab.saveWork({ regimenForm: { days: '70' } });
  expect(work).toMatchObject({ regimenForm: { days: '70' }, answerForm: { R05: 'none' }, chart: null });
  expect((await otherTab.saveWork({ regimenForm: null })).regimenForm).toBeNull();
});

test('a chart that another version of the app read is not shown: it is read anew', async () => {
  const browser = new Browser();
  const id = await browser.launched(ehr);
  const chart = { medications: 'in a form of its own' } as unknown as Chart;
  await (await opened(browser, id)).saveWork({ chart: { chart, readAt: Date.now(), by: '0.0.9' } });
  expect([(await opened(browser, id)).work.chart, await chartLastRead(id, browser)]).toEqual([null, null]);
  await (await opened(browser, id)).saveWork({ chart: { chart, readAt: Date.now(), by: VERSION } });
  expect((await opened(browser, id)).work.chart?.chart).toEqual(chart);
});

test('an hour untouched ends a launch; each opening starts the hour again, up to twelve', async () => {
  const browser = new Browser();
  const id = await browser.launched(ehr);
  const minutes = (count: number) => later(count * 60_000);
  for (let opening = 0; opening < 14; opening += 1) {
    minutes(50);
    expect(codeOf(await openLaunch(id, browser))).toBe('none');
  }
  minutes(50);
  expect(codeOf(await openLaunch(id, browser))).toBe('SESSION_EXPIRED');
  const idle = await browser.launched(ehr);
  minutes(61);
  expect(codeOf(await openLaunch(idle, browser))).toBe('SESSION_EXPIRED');
});

test('nothing in the store or the log can be read or used: no token, patient, cookie or launch id', async () => {
  const browser = new Browser();
  ehr.manners.token.patient = 'patient-of-this-test';
  const id = await browser.launched(ehr);
  const launch = await opened(browser, id);
  await launch.saveWork({ answerForm: { why: 'words typed by the prescriber' } });
  const stored = ['sessions.sqlite', 'sessions.sqlite-wal']
    .map((name) => readFileSync(join(folder(), name), 'latin1'))
    .join('');
  expect(stored.length).toBeGreaterThan(1000);
  const secrets = [id, await launch.accessToken(), ...[...browser.jar.values()], launch.session.formToken];
  for (const secret of [...secrets, 'patient-of-this-test', 'words typed'])
    expect(stored).not.toContain(secret);
  const written = log.join('');
  expect(written).toContain('"event":"launch"');
  for (const secret of secrets) expect(written).not.toContain(secret);
});

test('after a key rotation old launches still open; without the old key they are over', async () => {
  const browser = new Browser();
  const id = await browser.launched(ehr);
  const old = process.env.SESSION_KEYS ?? '';
  vi.stubEnv('SESSION_KEYS', `${Buffer.alloc(32, 7).toString('base64url')},${old}`);
  expect(codeOf(await openLaunch(id, browser))).toBe('none');
  vi.stubEnv('SESSION_KEYS', Buffer.alloc(32, 7).toString('base64url'));
  expect(codeOf(await openLaunch(id, browser))).toBe('SESSION_EXPIRED');
});

test('a setting that went missing is named, not thrown', async () => {
  const browser = new Browser();
  const id = await browser.launched(ehr);
  vi.stubEnv('SITES_FILE', '');
  expect(await openLaunch(id, browser)).toMatchObject({
    code: 'SETTINGS_MISSING',
    detail: expect.stringContaining('SITES_FILE is not set'),
  });
});
