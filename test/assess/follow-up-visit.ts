/** One visit after the order, assessed by the command line. */
import type { Bundle, MedicationRequest } from '@medplum/fhirtypes';
import { stories } from '../patients/stories.ts';
import { STORY_DAY } from '../patients/story.ts';
import { assess, file } from './command.ts';

/** What every visit must say: nothing in a monitoring record, nothing from elsewhere. */
export const R09 = { R09: { reason: 'Monitoring record checked today; patient asked: none' } };
export const TAKEN_OVER = { R12: { reason: 'taken-over' } };

export function bundleOf(id: string): Bundle {
  const story = stories.find((one) => one.id === id);
  if (story === undefined) throw new Error(`no story ${id}`);
  return story.bundle;
}

export async function followUp(
  chart: string | Bundle,
  answers: object,
  { safety = R09, words = [] }: { safety?: object; words?: readonly string[] } = {},
) {
  const bundle = typeof chart === 'string' ? bundleOf(chart) : chart;
  const options = ['--answers', file(safety), '--follow-up', file(answers)];
  const run = await assess([
    file(bundle),
    '--as-of',
    STORY_DAY,
    '--time-zone',
    'Europe/London',
    ...options,
    ...words,
  ]);
  return { ...run, result: run.stdout === '' ? null : JSON.parse(run.stdout) };
}

/** Story f01 with its order as `change` makes it. */
export function withOrder(change: (order: MedicationRequest) => void): Bundle {
  const bundle = structuredClone(bundleOf('f01'));
  for (const { resource } of bundle.entry ?? [])
    if (resource?.resourceType === 'MedicationRequest' && resource.id === 'f01-ldn') change(resource);
  return bundle;
}
