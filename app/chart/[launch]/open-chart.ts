/** The launch of a request, with the request's own cookies and the clock of this server. */
import { cookies } from 'next/headers';
import * as visit from '#lib/visit/open-chart.ts';

async function asking(): Promise<visit.Asking> {
  return { cookies: await cookies(), now: Date.now };
}

export async function openChart(launchId: string, reading: visit.Reading) {
  return visit.openChart(launchId, reading, await asking());
}

export async function openChartInTime(launchId: string, reading: visit.Reading) {
  return visit.openChartInTime(launchId, reading, await asking());
}

export async function stopOpening(launchId: string) {
  return visit.stopOpening(launchId, await asking());
}
