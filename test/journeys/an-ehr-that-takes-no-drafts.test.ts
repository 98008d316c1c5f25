import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from '../sandbox/start-demo.ts';
import { answerAll, connectedBrowser, continueToReview, openAppAlone } from './chart-in-browser.ts';
import { AXE_CONTEXT, screenFaults } from './screen-faults.ts';

const browser = connectedBrowser();

/** An app and an EHR of their own: what an EHR says it can do is remembered for an hour. */
let demo: Demo;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ldn-titration-read-only-'));
  demo = await startDemo({ quiet: true, folder });
  demo.sandbox.faults.replace({ readOnly: true, noWebMessaging: true });
});

afterAll(async () => {
  await demo.close();
  await rm(folder, { recursive: true, force: true });
});

function ordersOf(patient: string) {
  return demo.sandbox.repository
    .rows('MedicationRequest')
    .filter((row) => JSON.stringify(row).includes(`Patient/${patient}`));
}

describe('an EHR that takes no drafts', () => {
  it('is told from the first screen on, and the order can be copied and taken along as a file', async () => {
    const orders = ordersOf('v01').length;
    const chart = await openAppAlone(browser(), 'v01', AXE_CONTEXT, demo);
    const { app, page } = chart;
    await app.getByRole('heading', { name: 'No opioid found' }).waitFor();
    expect(await app.locator('main').innerText()).toContain('takes no orders over FHIR');
    await continueToReview(chart);
    expect(await app.getByRole('button', { name: 'Write draft to chart' }).count()).toBe(0);
    expect(await screenFaults(page, 'v01-review-copy')).toEqual([]);
    await answerAll(chart);
    await app.getByRole('button', { name: 'Show order to copy' }).click();
    await app.getByRole('heading', { name: /Nothing was written/ }).waitFor();
    expect(await app.getByLabel('Order', { exact: true }).inputValue()).toContain(
      'naltrexone 1.5 mg capsule',
    );
    const note = await app.getByLabel('Note to the pharmacist').inputValue();
    expect(note).toMatch(/not the 50 mg tablet/);
    expect(note.length).toBeLessThanOrEqual(210);
    const downloaded = page.waitForEvent('download');
    await app.getByRole('link', { name: /FHIR file/ }).click();
    const file = join(folder, 'order.json');
    await (await downloaded).saveAs(file);
    expect(readFileSync(file, 'utf8').replaceAll(' ', '')).toContain('"status":"draft"');
    expect(await screenFaults(page, 'v01-done-copy')).toEqual([]);
    expect(ordersOf('v01')).toHaveLength(orders);
    await chart.close();
  });
});
