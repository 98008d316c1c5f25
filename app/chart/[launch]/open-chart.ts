/** The launch of a request, with the request's own cookies and the clock of this server. */
import { cookies } from 'next/headers';
import type { Asking, Freshness } from '#lib/visit/asking.ts';
import * as visit from '#lib/visit/open-chart.ts';

async function asking(): Promise<Asking> {
  return { cookies: await cookies(), now: Date.now };
}

export async function openChart(launchId: string, freshness: Freshness) {
  return visit.openChart(launchId, freshness, await asking());
}

export async function openChartInTime(launchId: string, freshness: Freshness) {
  return visit.openChartInTime(launchId, freshness, await asking());
}

export async function stopOpening(launchId: string) {
  return visit.stopOpening(launchId, await asking());
}
