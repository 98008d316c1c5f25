/** The visit after the order, in a real browser: from what is dangerous to the draft that follows. */
import { describe, expect, it } from 'vitest';
import { chartOfToday } from '../operations/journey.ts';
import {
  answerAll,
  connectedBrowser,
  type OpenChartPage,
  openAppAlone,
  openChartPage,
  writeDraft,
} from './chart-in-browser.ts';
import { addPatient, addStory, ehrUrl, naltrexoneOf } from './own-ehr.ts';
import { AXE_CONTEXT, screenFaults } from './screen-faults.ts';

const browser = connectedBrowser();

async function atFollowUp(id: string, options = {}) {
  const patient = await addStory(id);
  const chart = await openChartPage(browser(), patient, options);
  expect(chart.address()).toMatch(/\/follow-up$/);
  return { patient, chart };
}

async function tap({ app }: OpenChartPage, name: RegExp) {
  await app.getByRole('radio', { name }).check({ force: true });
}

const heading = ({ app }: OpenChartPage) => app.locator('h1').first();

describe('a responder at 3 mg', () => {
  it.each([
    ['with scripts', {}],
    ['with scripts switched off', { javaScriptEnabled: false }],
  ])('gets a maintenance order from the night after the last one, %s', async (_, options) => {
    const { patient, chart } = await atFollowUp('f01', options);
    expect(await heading(chart).textContent()).toBe('On 3 mg a night: how is it going?');
    expect(await chart.app.getByText('is not asked again').count()).toBe(1);
    await tap(chart, /^None/);
    await chart.app.getByRole('button', { name: 'Show what to do' }).click();
    await chart.app.getByRole('heading', { name: 'Stay at 3 mg' }).waitFor();
    await chart.app.getByRole('button', { name: 'Review the maintenance order' }).click();
    await chart.app.getByRole('heading', { name: 'Review', exact: true }).waitFor();
    expect(await chart.app.getByText('for 90 nights').count()).toBeGreaterThan(0);
    await answerAll(chart);
    await writeDraft(chart);
    await chart.close();
    const orders = await naltrexoneOf(patient);
    const drafts = orders.filter(({ status }) => status === 'draft');
    expect(orders).toHaveLength(2);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({
      courseOfTherapyType: { coding: [{ code: 'continuous' }] },
      dispenseRequest: { quantity: { value: 180 }, expectedSupplyDuration: { value: 90 } },
    });
  });
});

it('an opioid since the first night is the first thing that is read, and nothing leads to a draft', async () => {
  const { chart } = await atFollowUp('f05');
  expect(await heading(chart).textContent()).toMatch(/^Stop: .*contact the patient today/);
  expect(await chart.app.getByRole('button', { name: /Review the/ }).count()).toBe(0);
  await chart.close();
});

it('troublesome effects lower the dose; the order that runs on is to be ended first', async () => {
  const { chart } = await atFollowUp('f03');
  await tap(chart, /^Troublesome/);
  await chart.app.getByRole('button', { name: 'Show what to do' }).click();
  await chart.app.getByRole('heading', { name: 'Lower to 0.5 mg' }).waitFor();
  expect(await chart.app.getByText('end it in the EHR first').count()).toBe(1);
  await chart.close();
});

it.each([
  ['f02', 'no response after twelve weeks: to stop is proposed', /^Propose to stop$/],
  ['f06', 'an operation in ten days: held from three nights before', /^Hold before surgery: no dose from /],
])('%s, %s, and nothing is drafted', async (id, _, outcome) => {
  const { chart } = await atFollowUp(id);
  await tap(chart, /^None/);
  await chart.app.getByRole('button', { name: 'Show what to do' }).click();
  await chart.app.getByRole('heading', { name: outcome }).waitFor();
  expect(await chart.app.locator('.verdict').first().innerText()).not.toMatch(/nights from|drafted/);
  expect(await chart.app.getByRole('button', { name: /Review the/ }).count()).toBe(0);
  await chart.close();
});

it('f07, an order completed long ago: it is begun anew at the first dose', async () => {
  const patient = await addStory('f07');
  const chart = await openAppAlone(browser(), patient, AXE_CONTEXT);
  expect(chart.address()).toMatch(/\/safety$/);
  await chart.app.getByRole('link', { name: 'Follow-up visit' }).click();
  await tap(chart, /^None/);
  await chart.app.getByRole('button', { name: 'Show what to do' }).click();
  await chart.app.getByRole('heading', { name: /^Restart at 1\.5 mg: \d+ nights were missed$/ }).waitFor();
  await writesNewTitration(chart, patient);
});

it('f04, three weeks missed: once that is said it is begun anew at the first dose', async () => {
  const { patient, chart } = await atFollowUp('f04');
  await tap(chart, /^None/);
  await chart.app.getByLabel('Nights missed in a row').fill('21');
  await chart.app.getByRole('button', { name: 'Show what to do' }).click();
  await chart.app.getByRole('heading', { name: 'Restart at 1.5 mg: 21 nights were missed' }).waitFor();
  await writesNewTitration(chart, patient);
});

async function writesNewTitration(chart: OpenChartPage, patient: string) {
  await chart.app.getByRole('button', { name: 'Review the new titration' }).click();
  await chart.app.getByRole('heading', { name: 'Review', exact: true }).waitFor();
  await answerAll(chart);
  await writeDraft(chart);
  await chart.close();
  const drafts = (await naltrexoneOf(patient)).filter(({ status }) => status === 'draft');
  expect(drafts).toMatchObject([{ dispenseRequest: { quantity: { value: 126 } } }]);
}

it('what cannot be read is told beside its field, and what was typed stays', async () => {
  const { chart } = await atFollowUp('f04');
  await chart.app.getByLabel('Nights missed in a row').fill('three');
  await chart.app.getByRole('button', { name: 'Show what to do' }).click();
  await chart.app.getByRole('heading', { name: 'Not yet' }).waitFor();
  expect(await chart.app.getByLabel('Nights missed in a row').inputValue()).toBe('three');
  expect(await chart.app.getByText('Enter a whole number of nights.').count()).toBeGreaterThan(0);
  await chart.close();
});

it('at every width each screen of the visit is whole, and axe finds nothing', async () => {
  const patient = await addStory('f01');
  const { app, page, close } = await openAppAlone(browser(), patient, AXE_CONTEXT);
  expect(await screenFaults(page, 'f01-follow-up-asked')).toEqual([]);
  await app.getByRole('radio', { name: /^None/ }).check({ force: true });
  await app.getByRole('button', { name: 'Show what to do' }).click();
  await app.getByRole('heading', { name: 'Stay at 3 mg' }).waitFor();
  expect(await screenFaults(page, 'f01-follow-up-answered')).toEqual([]);
  await close();
});

it('low-dose naltrexone from elsewhere is taken over as a maintenance at its dose, once its order is ended', async () => {
  const patient = await addStory('f08');
  const chart = await openAppAlone(browser(), patient, AXE_CONTEXT);
  await chart.app.getByRole('link', { name: 'Follow-up visit' }).click();
  await tap(chart, /^None/);
  await chart.app.getByRole('button', { name: 'Show what to do' }).click();
  await chart.app.getByRole('heading', { name: 'Stay at 3 mg' }).waitFor();
  await chart.app.getByRole('heading', { name: 'Low-dose naltrexone so far' }).waitFor();
  expect(await screenFaults(chart.page, 'f08-follow-up-answered')).toEqual([]);
  await chart.app.getByRole('button', { name: 'Review the maintenance order' }).click();
  await chart.app.getByText('Taken over: that order ends before this one begins').first().waitFor();
  await answerAll(chart);
  await writeDraft(chart);
  await chart.close();
  const drafts = (await naltrexoneOf(patient)).filter(({ status }) => status === 'draft');
  expect(drafts).toMatchObject([{ courseOfTherapyType: { coding: [{ code: 'continuous' }] } }]);
});

describe('a score answered at this visit', () => {
  /** A responder of whom the chart holds how it was before, and not how it is. */
  async function askedForPeg(): Promise<string> {
    const chart = chartOfToday('f01');
    const entry = (chart.entry ?? []).filter(({ resource }) => !/-peg-now$/.test(resource?.id ?? ''));
    return addPatient({ ...chart, entry });
  }
  const keptAnswers = async (patient: string) => {
    const answer = await fetch(`${ehrUrl}/sandbox/fhir/QuestionnaireResponse?patient=${patient}`);
    return ((await answer.json()) as { entry?: readonly unknown[] }).entry ?? [];
  };

  it('is kept once however often it is sent, and the next launch asks for none', async () => {
    const patient = await askedForPeg();
    const chart = await openAppAlone(browser(), patient, AXE_CONTEXT);
    for (const [field, score] of [
      ['peg-pain', 4],
      ['peg-enjoyment', 5],
      ['peg-activity', 5],
    ])
      await chart.app.locator(`input[name="${field}"][value="${score}"]`).check({ force: true });
    await tap(chart, /^None/);
    await chart.app.getByRole('button', { name: 'Show what to do' }).click();
    await chart.app.getByRole('heading', { name: 'Stay at 3 mg' }).waitFor();
    await chart.app.getByRole('button', { name: 'Write the score to the chart' }).click();
    await chart.app.getByText('The score is in the chart').waitFor();
    await chart.app.getByRole('button', { name: 'Write the score to the chart' }).click();
    await chart.app.getByText('it was not written twice').waitFor();
    expect(await screenFaults(chart.page, 'f01-score-kept')).toEqual([]);
    await chart.close();
    expect(await keptAnswers(patient)).toHaveLength(1);
    const again = await openAppAlone(browser(), patient, AXE_CONTEXT);
    await again.app.getByText('is not asked again').waitFor();
    expect(await again.app.locator('input[name="peg-pain"]').count()).toBe(0);
    await again.close();
  });
});

describe('papers for other professionals', () => {
  it('are whole at every width, and a day that is over is told beside its field', async () => {
    const patient = await addStory('f06');
    const { app, page, goTo, address, close } = await openAppAlone(browser(), patient, AXE_CONTEXT);
    const papers = address().replace(/\/[^/]+$/, '/papers');
    await goTo(`${papers}/hold-note`);
    await app.getByRole('heading', { name: /^Hold note/ }).waitFor();
    expect(await screenFaults(page, 'f06-hold-note')).toEqual([]);
    await app.getByLabel(/operation/i).fill('2020-01-01');
    await app.locator('main form button').click();
    await app.getByText('Enter a valid date, today or later.').waitFor();
    expect(await app.getByRole('heading', { name: /^Hold note:/ }).count()).toBe(0);
    await app.getByRole('heading', { name: 'Hold note before an operation' }).waitFor();
    await goTo(`${papers}/letter`);
    await app.getByRole('heading', { name: /^Low-dose naltrexone/ }).waitFor();
    expect(await screenFaults(page, 'f06-letter')).toEqual([]);
    await close();
  });
});
