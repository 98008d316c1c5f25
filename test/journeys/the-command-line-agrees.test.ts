/** One core behind both: what a prescriber sees of a chart is what the command line says of it. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle, MedicationRequest } from '@medplum/fhirtypes';
import { describe, expect, it } from 'vitest';
import { clinicDay } from '#lib/time/clinic-day.ts';
import { assess, file } from '../assess/command.ts';
import { stories } from '../patients/stories.ts';
import {
  answerAll,
  connectedBrowser,
  continueToReview,
  openChartPage,
  writeDraft,
} from './chart-in-browser.ts';
import { addPatient, naltrexoneOf } from './own-ehr.ts';

const browser = connectedBrowser();
const SHARED = join(import.meta.dirname, '../../../shared/patients');
const GENERATED = stories.find(({ id }) => id === 's01')?.bundle;

const VERDICTS = {
  'none-found': 'No opioid found',
  present: 'Opioid on the chart',
  'cannot-tell': 'Cannot tell',
} as const;

interface Assessment {
  readonly opioid: { readonly verdict: keyof typeof VERDICTS };
  readonly outcome: string;
  readonly draft: readonly MedicationRequest[] | null;
}

async function assessed(bundle: Bundle): Promise<Assessment> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const answers = { R09: { reason: 'Monitoring record checked today; patient asked: none' } };
  const run = await assess([
    file(bundle),
    ...['--as-of', clinicDay(Date.now(), zone), '--time-zone', zone, '--answers', file(answers)],
  ]);
  return JSON.parse(run.stdout);
}

/** The part of an order that a pharmacist acts on. */
function prescribed({ dosageInstruction, dispenseRequest }: MedicationRequest) {
  return { dosageInstruction, dispenseRequest };
}

async function expectAgreement(bundle: Bundle): Promise<void> {
  const said = await assessed(bundle);
  const patient = await addPatient(bundle);
  const chart = await openChartPage(browser(), patient);
  await chart.app.getByRole('heading', { name: VERDICTS[said.opioid.verdict] }).waitFor();
  if (said.outcome === 'draft') {
    await continueToReview(chart);
    await answerAll(chart);
    await writeDraft(chart);
    const drafts = (await naltrexoneOf(patient)) as unknown as MedicationRequest[];
    expect(drafts.map(prescribed)).toEqual(said.draft?.map(prescribed));
  } else {
    expect(said.outcome).toBe('blocked');
    expect(await chart.app.getByRole('button', { name: /Continue/ }).count()).toBe(0);
  }
  await chart.close();
}

describe('the command line and the screens agree', () => {
  it('on a generated chart', async () => {
    if (GENERATED === undefined) throw new Error('there is no story s01');
    await expectAgreement(GENERATED);
  });

  for (const name of ['Suzi_Bechtelar', 'Lonnie_Von']) {
    const path = join(SHARED, `${name}.json`);
    it.skipIf(!existsSync(path))(
      `on ${name} (${existsSync(path) ? 'found' : 'skipped: ../shared/patients is not here'})`,
      () => expectAgreement(JSON.parse(readFileSync(path, 'utf8'))),
    );
  }
});
