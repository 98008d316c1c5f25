/** A prescriber's way from the EHR's chart to the draft that was read back, and charts in which it must not go so far. */
import { strict as assert } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bundle, MedicationRequest } from '@medplum/fhirtypes';
import { type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import { VERDICT_HEADINGS } from '#lib/words/en/judgement.ts';
import { READ_BACK_WORDS } from '#lib/words/en/read-back.ts';
import { STILL_READING } from '#lib/words/en/reading.ts';
import { chartOfToday, Journey } from '../operations/journey.ts';
import { type Page, titleOf } from '../operations/paper-browser.ts';
import { chartRows } from '../patients/chart-rows.ts';
import { medicines } from '../patients/concepts.ts';
import { manyOrders } from '../patients/many-orders.ts';
import { shiftDates } from '../patients/shift-dates.ts';
import { STORY_DAY } from '../patients/story.ts';

/** What the app is launched from. */
export interface Ehr {
  launchUrl(patient: string): string;
  /** Puts a chart in, under the patient's own id or another. @returns the patient's id there */
  take(bundle: Bundle): Promise<string>;
  /** The naltrexone orders that the EHR itself holds. */
  ordersOf(patient: string): Promise<readonly MedicationRequest[]>;
}

const DRAFT_STANDS = /[Dd]raft .*in (the )?chart, not signed/;
/** More than a page of any of the servers. */
const LONG_LIST = 120;
const READ_LIMIT_MS = 60_000;

/**
 * Goes all the way with each chart.
 * @returns what the read-back said, in a word.
 * @throws AssertionError where the app says or writes something else than the chart warrants.
 */
export async function launchToReadBack(ehr: Ehr): Promise<keyof typeof READ_BACK_WORDS> {
  const clear = await ehr.take(chartOfToday('v01'));
  const journey = await Journey.launch(ehr.launchUrl(clear));
  assert.match(titleOf((await chartRead(journey)).html), new RegExp(VERDICT_HEADINGS['none-found']));
  assert.equal((await journey.screen('plan')).status, 200);
  const done = await journey.write();
  assert.match(titleOf(done.html), DRAFT_STANDS);
  const readBack = states.find((state) => done.html.includes(READ_BACK_WORDS[state])) ?? 'not-read';
  assert.ok(readBack === 'kept' || readBack === 'differs', `the draft came back as "${readBack}"`);

  const again = await Journey.launch(ehr.launchUrl(clear));
  assert.match(titleOf((await chartRead(again)).html), DRAFT_STANDS);
  await again.write().catch(() => null);
  const drafts = await ehr.ordersOf(clear);
  assert.deepEqual(
    drafts.map(({ status }) => status),
    ['draft'],
    'exactly one draft stands in the EHR',
  );

  await isStopped(ehr, chartOfToday('v02'));
  await isStopped(ehr, longChartWithAnOpioid());
  return readBack;
}

const states = Object.keys(READ_BACK_WORDS) as (keyof typeof READ_BACK_WORDS)[];

/** The page the launch ends at; a slow EHR's chart is still being read at first, and the page asks again by itself. */
async function chartRead({ first, browser }: Journey): Promise<Page> {
  const deadline = Date.now() + READ_LIMIT_MS;
  let page = first;
  while (titleOf(page.html).includes(STILL_READING.title) && Date.now() < deadline) {
    await sleep(500);
    page = await browser.open(first.url);
  }
  return page;
}

async function isStopped(ehr: Ehr, chart: Bundle): Promise<void> {
  const patient = await ehr.take(chart);
  const journey = await Journey.launch(ehr.launchUrl(patient));
  assert.match(titleOf((await chartRead(journey)).html), new RegExp(VERDICT_HEADINGS.present));
  assert.equal((await ehr.ordersOf(patient)).length, 0);
}

/** The opioid is the last of the orders put in: whoever reads one page alone, of an EHR that lists them as they came, misses it. */
function longChartWithAnOpioid(): Bundle {
  const chart = manyOrders(LONG_LIST);
  const entry = [...(chart.entry ?? [])];
  const order = chartRows(`p${LONG_LIST}`).order('oxycodone', medicines.oxycodoneAcetaminophen, {
    status: 'active',
    authoredOn: '2026-01-10',
    sig: 'Take 1 tablet every 6 hours as needed for pain',
    perDay: 4,
    supplyDays: 30,
  });
  entry.push({ resource: order });
  const today = new Date().toISOString().slice(0, 10) as CalendarDate;
  return shiftDates({ ...chart, entry }, daysBetween(STORY_DAY as CalendarDate, today));
}
