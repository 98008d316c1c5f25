/** Nothing leads past Safety: neither a button nor an address. */
import { expect } from 'vitest';
import type { OpenChartPage } from './chart-in-browser.ts';

export const LATER_SCREENS = ['plan', 'review', 'done', 'handout'] as const;

/** No button leads on, and every later address leads back to Safety with its verdict. */
export async function expectNoWayOn(chart: OpenChartPage, verdict: string): Promise<void> {
  await chart.app.getByRole('heading', { name: verdict }).waitFor();
  expect(await chart.app.getByRole('button', { name: /Continue|Write/ }).count()).toBe(0);
  const safety = chart.address();
  for (const screen of LATER_SCREENS) {
    const answer = await chart.ask(safety.replace('/safety', `/${screen}`));
    expect(answer.path).toBe(safety);
    expect(answer.html).toContain(verdict);
  }
}
