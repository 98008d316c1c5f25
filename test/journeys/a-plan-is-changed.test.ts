import { describe, expect, it, vi } from 'vitest';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { connectedBrowser, openAppAlone, openFields } from './chart-in-browser.ts';
import { addStory } from './own-ehr.ts';
import { AXE_CONTEXT, screenFaults } from './screen-faults.ts';

const browser = connectedBrowser();

async function onPlan() {
  const chart = await openAppAlone(browser(), await addStory('v01'), AXE_CONTEXT);
  await chart.app.getByRole('button', { name: 'Continue to plan' }).click();
  await chart.app.getByRole('heading', { name: 'Proposed titration' }).waitFor();
  await openFields(chart);
  const field = (name: string) => chart.app.getByRole('textbox', { name });
  const press = (name: string) => chart.app.getByRole('button', { name, exact: true }).click();
  return { chart, field, press };
}

describe('a plan on the screen', () => {
  it('is drawn again at each key, without asking the server', async () => {
    const { chart, field } = await onPlan();
    const { app, page } = chart;
    let asked = 0;
    page.on('request', () => {
      asked += 1;
    });
    await field('Highest dose').fill('3');
    await app.getByText(/^Rises in 2 steps from 1.5 mg/).waitFor();
    // The last step lasts longer than in the proposal: its days and its nights.
    expect(await app.locator('td .marked').allInnerTexts()).toEqual([expect.stringContaining(' - '), '42']);
    expect(await app.locator('.dose-step').count()).toBe(2);
    const { x, y } = (await field('Highest dose').boundingBox()) ?? {};
    await field('Highest dose').fill('4,5');
    await app
      .locator('.plan-steps')
      .getByText('No plan is drawn while a field is outside its limits.')
      .waitFor();
    expect(await app.locator('.dose-step').first().isVisible()).toBe(false);
    expect(await app.getByRole('cell').count()).toBe(0);
    expect(await field('Highest dose').boundingBox()).toMatchObject({ x, y });
    expect(asked).toBe(0);
    await chart.close();
  });

  it('lights in the graph the step that is chosen in the table, by keyboard too', async () => {
    const { chart } = await onPlan();
    const { app, page } = chart;
    const second = app.getByRole('button', { name: 'Step 2, show in the graph' });
    // The button stands in the page before its script has come, and a page that has just come takes the focus to its heading.
    await vi.waitFor(
      async () => {
        await second.focus();
        await page.keyboard.press('Enter');
        expect(await second.getAttribute('aria-pressed')).toBe('true');
      },
      { timeout: 20_000, interval: 250 },
    );
    expect(await app.locator('.dose-plot .lit .dose-step').count()).toBe(1);
    expect(await screenFaults(page, 'v01-plan-lit')).toEqual([]);
    await second.click({ position: { x: 1, y: 1 } });
    expect(await second.getAttribute('aria-pressed')).toBe('false');
    expect(await app.locator('.dose-plot .lit').count()).toBe(0);
    await chart.close();
  });

  it('is taken back step by step, the newest first, and whole by a reset, which can be taken back too', async () => {
    const { chart, field, press } = await onPlan();
    const length = field('Length');
    /** As the server has saved it, and as it stands in the field and in the picture. */
    const becomes = async (nights: string) => {
      await chart.app.locator(`input[name="days"][value="${nights}"]`).waitFor({ state: 'attached' });
      await chart.app.getByText(`${nights} nights, no repeats`).waitFor();
      expect(await length.inputValue()).toBe(nights);
    };
    await length.fill('42');
    // Enter saves the plan and stays with it.
    await length.press('Enter');
    await becomes('42');
    await length.fill('70');
    await press('Update plan');
    await becomes('70');
    await chart.app.locator('#plan-title:focus').waitFor();
    await length.fill('84');
    await press('Undo');
    await becomes('70');
    await press('Undo');
    await becomes('42');
    await press('Undo');
    await becomes('56');
    await press('Gentle');
    await becomes('63');
    await press('Reset to proposal');
    await becomes('56');
    await press('Undo');
    await becomes('63');
    await press('Undo');
    await becomes('56');
    await chart.close();
  });

  it('of a preset keeps the first night and the filler, brings back what was typed, and shows its top in a narrow frame', async () => {
    const { chart, field, press } = await onPlan();
    const { app, page } = chart;
    await page.setViewportSize({ width: 320, height: 640 });
    const night = addDays(new Date().toISOString().slice(0, 10) as CalendarDate, 9);
    await app.getByLabel('First night').fill(night);
    await app.getByRole('radio', { name: 'Ginger' }).check();
    await field('Length').fill('70');
    await press('Weekly');
    await app.locator('input[name="interval"][value="7"]').waitFor();
    const kept = async () => [
      await app.getByLabel('First night').inputValue(),
      await app.getByRole('radio', { name: 'Ginger' }).isChecked(),
    ];
    expect(await kept()).toEqual([night, true]);
    const title = app.locator('#plan-title:focus');
    await title.waitFor();
    const strip = await app.locator('.identity').boundingBox();
    expect((await title.boundingBox())?.y).toBeGreaterThanOrEqual((strip?.y ?? 0) + (strip?.height ?? 0));
    await press('Undo');
    await app.locator('input[name="days"][value="70"]').waitFor();
    expect(await field('Every').inputValue()).toBe('14');
    expect(await kept()).toEqual([night, true]);
    await chart.close();
  });
});
