/** Medicines that nobody can name: suspicions one by one, all the rest with one click, however many they are. */
import type { Bundle, Resource } from '@medplum/fhirtypes';
import { describe, expect, it } from 'vitest';
import { chartOfToday } from '../operations/journey.ts';
import { connectedBrowser, goToReview, openAppAlone, openChartPage } from './chart-in-browser.ts';
import { addPatient, naltrexoneOf } from './own-ehr.ts';
import { AXE_CONTEXT, screenFaults } from './screen-faults.ts';

const browser = connectedBrowser();

/** The story without opioids, with these texts as active orders beside it. */
function withOrders(texts: readonly string[]): Bundle {
  const bundle = chartOfToday('v01');
  const patient = bundle.entry?.find(({ resource }) => resource?.resourceType === 'Patient')?.resource;
  const orders = texts.map((text, index) => ({
    resource: {
      resourceType: 'MedicationRequest',
      id: `unnamed-${index}`,
      status: 'active',
      intent: 'order',
      subject: { reference: `Patient/${patient?.id}` },
      authoredOn: new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10),
      medicationCodeableConcept: { text },
    } as Resource,
  }));
  return { ...bundle, entry: [...(bundle.entry ?? []), ...orders] } as Bundle;
}

const nobodyKnows = (count: number) =>
  Array.from({ length: count }, (_, index) => `Qwvarkel${index} zyxmut tablet`);

describe('a chart with medicines that nobody can name', () => {
  it('asks once for all that look like nothing, and the answer takes one click', async () => {
    const patient = await addPatient(withOrders(nobodyKnows(40)));
    const chart = await openChartPage(browser(), patient);
    await goToReview(chart);
    const { app } = chart;
    expect(await app.getByRole('group', { name: 'Is any of these an opioid?' }).count()).toBe(1);
    expect(await app.locator('.names-to-read li').count()).toBe(40);
    await app.getByRole('radio', { name: 'None of these is an opioid' }).check();
    for (const answer of ['No monitoring record exists here', 'Asked: none', /^Asked: not pregnant/])
      await app.getByRole('radio', { name: answer }).check();
    await app.getByRole('button', { name: 'Write draft to chart' }).click();
    await app.getByRole('heading', { name: 'Draft in chart, not signed' }).waitFor();
    expect(JSON.stringify(await naltrexoneOf(patient))).toContain('None of these is an opioid');
    await chart.close();
  });

  it('reads well at every width, its labels say what is asked, and its supplies stand apart', async () => {
    const supplies = ['Mepilex Border dressing 10cm x 10cm', 'BD Micro-Fine pen needles 4mm'];
    const patient = await addPatient(
      withOrders(['tramodol 50 mg', 'pain pill', ...supplies, ...nobodyKnows(30)]),
    );
    const chart = await openAppAlone(browser(), patient, AXE_CONTEXT);
    await chart.goTo(chart.address().replace(/safety$/, 'review'));
    await chart.app.getByText('tramodol: nearly tramadol').first().waitFor();
    expect(await chart.app.getByLabel(/^Name of the medicine/).count()).toBe(2);
    expect(await chart.app.getByLabel(/^Which one is, or may be/).count()).toBe(1);
    expect(await screenFaults(chart.page, 'unnamed-review')).toEqual([]);
    await chart.goTo(chart.address().replace(/review$/, 'safety'));
    await chart.app.getByText('2 entries are devices or supplies, not medicines').click();
    expect(await chart.app.getByRole('listitem').filter({ hasText: 'pen needles' }).count()).toBe(1);
    expect(await screenFaults(chart.page, 'unnamed-safety')).toEqual([]);
    await chart.close();
  });

  it('shows 5,000 of them in a page under 2 MB', async () => {
    const patient = await addPatient(withOrders(nobodyKnows(5_000)));
    const chart = await openChartPage(browser(), patient);
    // A page that is still reading renews itself, and takes what is asked for in it along.
    await chart.app.locator('#verdict').waitFor();
    const base = chart.address().replace(/\/[a-z]+$/, '');
    for (const screen of ['safety', 'review']) {
      // The second time the chart is at hand, and what is measured is the page.
      await chart.ask(`${base}/review`);
      const { html } = await chart.ask(`${base}/${screen}`);
      expect(html.length).toBeLessThan(2_000_000);
      expect(html).toContain('5000');
    }
    await chart.close();
  });
});
