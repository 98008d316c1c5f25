/** `assess --follow-up` where an opioid came after the first night, and no supply says when it was last taken. */
import type { Bundle, Resource } from '@medplum/fhirtypes';
import { afterAll, describe, expect, test } from 'vitest';
import { removeFiles } from './command.ts';
import { bundleOf, followUp, R09 } from './follow-up-visit.ts';

afterAll(removeFiles);

describe('an opioid that came while low-dose naltrexone was taken, its last day by the order alone', () => {
  /** A responder at 3 mg since 2026-01-19, and a week of tramadol. */
  function withTramadol(order: object): Bundle {
    const { entry = [], ...bundle } = bundleOf('f01');
    const resource = {
      resourceType: 'MedicationRequest',
      id: 'tramadol',
      status: 'completed',
      intent: 'order',
      subject: { reference: 'Patient/f01' },
      medicationCodeableConcept: { text: 'Tramadol 50 mg capsule' },
      ...order,
    } as Resource;
    return { ...bundle, entry: [...entry, { resource }] };
  }
  const WEEK = { dispenseRequest: { expectedSupplyDuration: { value: 7, code: 'd' } } };

  test.each([
    ['a completed order that may have lasted until lately', { authoredOn: '2026-02-20', ...WEEK }, 'R03'],
    [
      'a stopped order that does not say when it ended',
      { authoredOn: '2026-02-20', status: 'stopped' },
      'R06',
    ],
  ])('%s: hold, and contact the patient today', async (_, order, rule) => {
    const run = await followUp(withTramadol(order), { effects: 'none' });
    expect(run.exit).toBe(3);
    expect(run.result).toMatchObject({ outcome: 'blocked', draft: null });
    expect(run.result.followUp).toMatchObject({
      outcome: 'stop',
      draftKind: null,
      facts: { opioidSinceStart: true, because: [rule] },
    });
    expect(run.result.followUp.message).toContain('Tramadol 50 mg capsule');
  });

  test('said not to be taken, it goes on', async () => {
    const chart = withTramadol({ authoredOn: '2026-02-20', ...WEEK });
    const run = await followUp(
      chart,
      { effects: 'none' },
      { safety: { ...R09, R03: { reason: 'not-taken' } } },
    );
    expect(run.result.followUp).toMatchObject({ outcome: 'stay', draftKind: 'maintenance' });
  });

  test('words of the prescriber do not lift it', async () => {
    const chart = withTramadol({ authoredOn: '2026-02-20', ...WEEK });
    const run = await followUp(
      chart,
      { effects: 'none' },
      { safety: { ...R09, R03: { reason: 'Not taken' } } },
    );
    expect(run.result.followUp.outcome).toBe('stop');
  });

  test('over before the first night, it is a question as at a new start', async () => {
    const run = await followUp(withTramadol({ authoredOn: '2025-06-20', status: 'stopped' }), {
      effects: 'none',
    });
    expect(run.result.followUp.outcome).toBe('stay');
  });
});
