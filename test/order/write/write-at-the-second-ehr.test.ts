/** From a launch to a draft at an EHR that differs from the pretend one in all that the specifications leave open. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readBack } from '#lib/order/verify/read-back.ts';
import { verifyDraft } from '#lib/order/verify/verify-draft.ts';
import { answerFields } from '#lib/review/answer-fields.ts';
import { type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import { type OpenChart, openChart } from '#lib/visit/open-chart.ts';
import { writeReviewed } from '#lib/visit/write-reviewed.ts';
import { type AppSettings, useAppSettings } from '../../launch/app-settings.ts';
import { Browser } from '../../launch/browser.ts';
import { type SecondEhr, secondEhr, secondSite } from '../../launch/second-ehr.ts';
import { shiftDates } from '../../patients/shift-dates.ts';
import { stories } from '../../patients/stories.ts';
import { SecondFhir } from '../second-fhir.ts';

const V1_SCOPES = 'openid fhirUser launch patient/*.read patient/MedicationRequest.write';

let ehr: SecondEhr;
let app: AppSettings;

beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  ehr = secondEhr();
  ehr.server.listen({ onUnhandledFrame: 'error' });
  app = await useAppSettings([{ ...secondSite, writeBack: { rung: 'fhir-draft' } }]);
});
afterEach(() => {
  vi.restoreAllMocks();
  ehr.server.close();
  app.remove();
});

/** The chart of a story, as of today, in this EHR. */
function chartOf(id: string): SecondFhir {
  const story = stories.find((one) => one.id === id);
  if (story === undefined) throw new Error(`there is no story ${id}`);
  const today = new Date().toISOString().slice(0, 10) as CalendarDate;
  const fhir = new SecondFhir(shiftDates(story.bundle, daysBetween(story.asOf as CalendarDate, today)));
  ehr.server.use(...fhir.handlers());
  ehr.manners.token = { token_type: 'bearer', patient: fhir.patient.id, scope: V1_SCOPES };
  return fhir;
}

async function opened(): Promise<OpenChart> {
  const browser = new Browser();
  const asking = { cookies: browser, now: Date.now };
  const chart = await openChart(await browser.launched(ehr), 'afresh', asking);
  if ('failed' in chart) throw new Error(`${chart.code}: ${chart.detail}`);
  return chart;
}

/** Each question of the fibromyalgia story answered. */
async function answered(chart: OpenChart) {
  const asked = chart.judgement.findings.filter(({ severity }) => severity === 'confirm');
  expect(asked.map(({ rule }) => rule)).toEqual(['R09']);
  const [question] = asked;
  if (question === undefined) throw new Error('R09 was not asked');
  const fields = answerFields(question);
  return chart.launch.saveWork({
    answerForm: {
      [fields.monitoring]: 'none-exists',
      [fields.interview]: 'none',
      [fields.pregnancy]: 'not-pregnant',
    },
  });
}

describe('at an EHR of other manners', () => {
  test('a chart without an opioid ends in one draft, of which every field stands', async () => {
    const fhir = chartOf('v01');
    const chart = await opened();
    expect(chart.judgement.opioid.verdict).toBe('none-found');
    expect(chart.writing.rung).toBe('fhir-draft');
    expect(await writeReviewed(chart, await answered(chart))).toBe('done');
    expect(fhir.created).toMatchObject([
      {
        status: 'draft',
        intent: 'order',
        requester: { reference: 'Practitioner/d1' },
        dosageInstruction: [{ sequence: 1 }, { sequence: 2 }, { sequence: 3 }],
        dispenseRequest: { quantity: { value: 126 } },
      },
    ]);
    const again = await opened();
    const [stored] = await readBack(again.server, ['MedicationRequest/901']);
    expect(stored?.why).toBeNull();
    expect(again.judgement.findings.map(({ rule }) => rule)).toContain('R13');
  });

  test('what it kept is compared, the drug it moved into a Medication of its own included', async () => {
    chartOf('v01');
    const chart = await opened();
    await writeReviewed(chart, await answered(chart));
    const work = await chart.launch.saveWork({});
    const outcome = work.sent?.outcome;
    if (work.sent == null || outcome?.kind !== 'written') throw new Error('nothing was written');
    const verified = verifyDraft(work.sent.order, await readBack(chart.server, outcome.locations));
    expect(verified.requests.flatMap(({ fields }) => fields.filter(({ state }) => state !== 'kept'))).toEqual(
      [],
    );
    expect(verified.state).toBe('kept');
  });

  test('a draft whose answer was lost is found in the list of orders, and Write pressed again makes no second', async () => {
    const fhir = chartOf('v01');
    fhir.loseAnswers = true;
    const chart = await opened();
    const work = await answered(chart);
    expect(await writeReviewed(chart, work)).toBe('done');
    fhir.loseAnswers = false;
    await writeReviewed(chart, work);
    expect(fhir.created).toHaveLength(1);
  });

  test('an opioid in a Medication of its own, on the second page of orders, shuts the way', async () => {
    const fhir = chartOf('v02');
    const chart = await opened();
    expect(chart.judgement.opioid.verdict).toBe('present');
    expect(await writeReviewed(chart, chart.launch.work)).toBe('unanswered');
    expect(fhir.created).toEqual([]);
  });
});
