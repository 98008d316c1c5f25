/** What the EHR takes at this moment, asked afresh. */
import { serverCapabilities } from '#lib/launch/server-capabilities.ts';
import type { OpenChart } from './open-chart.ts';
import { writingOf } from './writing-of.ts';

/** The same chart with what its EHR takes at this moment, for a screen with a button that writes. */
export async function withWritingNow(opened: OpenChart): Promise<OpenChart> {
  const { launch, server } = opened;
  const capabilities = await serverCapabilities().since(server, Date.now());
  return { ...opened, capabilities, writing: writingOf(launch, capabilities) };
}
