import { beforeEach, describe, expect, it } from 'vitest';
import { addRow } from './add-row.ts';
import {
  answerAll,
  connectedBrowser,
  type OpenChartPage,
  openAppAlone,
  openFields,
  writeDraft,
} from './chart-in-browser.ts';
import { addStory, setFaults } from './own-ehr.ts';
import { AXE_CONTEXT, screenFaults } from './screen-faults.ts';

const browser = connectedBrowser();

beforeEach(() => setFaults({}));

/** What each screen is known by, so that no other page passes for it. */
const HEADINGS: Readonly<Record<string, RegExp>> = {
  safety: /No opioid found|Opioid on the chart|Cannot tell/,
  plan: /Proposed titration/,
  'plan?check=1': /Proposed titration/,
  review: /Review/,
  'review?check=1': /Review/,
  done: /Draft in chart, not signed/,
  handout: /Your low-dose naltrexone/,
};

/** What is wrong with the screens of one launch, at each width; the last of them stays open. */
async function faultsOf(chart: OpenChartPage, screens: readonly string[], story: string) {
  const found: string[] = [];
  const base = chart.address().replace(/\/[a-z]+$/, '');
  for (const screen of screens) {
    await chart.goTo(`${base}/${screen}`);
    expect(await chart.app.locator('h1').first().innerText()).toMatch(HEADINGS[screen] ?? /never/);
    const name = `${story}-${screen.replace('?check=1', '-with-errors')}`;
    found.push(...(await screenFaults(chart.page, name)));
  }
  return found;
}

/** Three scores of the weeks before today. */
async function addPainScores(patient: string) {
  for (const [daysAgo, score] of [
    [50, 8],
    [30, 7],
    [6, 6],
  ] as const) {
    await addRow(patient, {
      resourceType: 'Observation',
      status: 'final',
      category: [
        {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }],
        },
      ],
      code: { coding: [{ system: 'http://loinc.org', code: '72514-3', display: 'Pain severity, 0-10' }] },
      effectiveDateTime: new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10),
      valueQuantity: { value: score, unit: '{score}' },
    });
  }
}

describe('every screen, 320 to 1200 px wide, reflows and has no axe violation', () => {
  it.each([
    ['v02', ['safety']],
    ['v04', ['safety']],
    // Its medicine has to be named on Review.
    ['v05', ['safety', 'review']],
    ['v06', ['safety']],
    ['v09', ['safety']],
  ] as const)('%s: %s', async (story, screens) => {
    const chart = await openAppAlone(browser(), story === 'v06' ? story : await addStory(story), AXE_CONTEXT);
    expect(await faultsOf(chart, screens, story)).toEqual([]);
    await chart.close();
  });

  it('Plan with pain scores, without, with an error, and as a liquid', async () => {
    const patient = await addStory('v01');
    await addPainScores(patient);
    const chart = await openAppAlone(browser(), patient, AXE_CONTEXT);
    await chart.app.getByRole('button', { name: 'Continue to plan' }).click();
    await chart.app.getByRole('heading', { name: /Pain score, 0 to 10 \(higher is worse\)/ }).waitFor();
    await chart.app.getByText('Latest pain score 6 of 10').waitFor();
    const pain = await faultsOf(chart, ['plan'], 'v01-pain');
    await chart.app.getByText('All pain scores of the chart').click();
    // The head, the three scores added here and the four of the story.
    expect(await chart.app.getByRole('table', { name: 'Newest first' }).getByRole('row').count()).toBe(8);
    await openFields(chart);
    await chart.app.getByRole('textbox', { name: 'Highest dose' }).fill('45');
    await chart.app.getByRole('button', { name: 'Continue to review' }).click();
    await chart.app.getByRole('heading', { name: 'The plan cannot go to review yet' }).waitFor();
    const wrong = await faultsOf(chart, ['plan?check=1'], 'v01');
    await chart.app.getByRole('button', { name: 'Liquid, gentle' }).click();
    await chart.app.getByRole('row', { name: /mL/ }).first().waitFor();
    const liquid = await faultsOf(chart, ['plan', 'review'], 'v01-liquid');
    expect([...pain, ...wrong, ...liquid]).toEqual([]);
    await chart.close();
  });

  it('Safety, Plan and Review before, Done and the handout after the write', async () => {
    const chart = await openAppAlone(browser(), await addStory('v01'), AXE_CONTEXT);
    const before = await faultsOf(chart, ['safety', 'plan', 'review'], 'v01');
    await chart.app.getByRole('button', { name: 'Write draft to chart' }).click();
    await chart.app.getByRole('heading', { name: 'Not written yet' }).waitFor();
    const asked = await faultsOf(chart, ['review?check=1'], 'v01');
    await answerAll(chart);
    await writeDraft(chart);
    const after = await faultsOf(chart, ['done', 'handout'], 'v01');
    expect([...before, ...asked, ...after]).toEqual([]);
    await chart.close();
  });
});
