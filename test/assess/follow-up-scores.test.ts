/** `assess --follow-up`: the score of the visit, where the EHR keeps it as a questionnaire response. */
import type { Resource } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDefinitions, validityProblems } from '../order/fhir-validation.ts';
import { removeFiles } from './command.ts';
import { bundleOf, followUp } from './follow-up-visit.ts';

beforeAll(loadDefinitions, 60_000);
afterAll(removeFiles);

describe('PEG that the EHR keeps as a questionnaire response', () => {
  const response = (changes: object) =>
    ({
      resourceType: 'QuestionnaireResponse',
      id: 'peg',
      status: 'completed',
      subject: { reference: 'Patient/f01' },
      authored: '2026-02-27T10:00:00Z',
      item: ['75893-8', '91145-3', '91146-1'].map((code) => ({
        linkId: `/${code}`,
        answer: [{ valueDecimal: 4 }],
      })),
      ...changes,
    }) as unknown as Resource;
  const chartWith = (changes: object) => {
    const bundle = structuredClone(bundleOf('f01'));
    bundle.entry = (bundle.entry ?? []).filter(({ resource }) => resource?.id !== 'f01-peg-now');
    bundle.entry.push({ resource: response(changes) });
    return bundle;
  };

  test('is the score of this visit, as on the screens, and is what the draft is made on', async () => {
    const { result } = await followUp(chartWith({}), { effects: 'none' });
    expect(result.followUp).toMatchObject({ outcome: 'stay', facts: { latest: { score: 4 } } });
    expect(JSON.stringify(result.draft[0].supportingInformation)).toContain('QuestionnaireResponse/peg');
    expect(validityProblems(result.draft[0])).toEqual([]);
  });

  test.each([
    ['of another patient', { subject: { reference: 'Patient/f011' } }],
    ['begun and not ended', { status: 'in-progress' }],
    ['taken back', { status: 'entered-in-error' }],
    ['of a day to come', { authored: '2026-03-04' }],
    ['without a day', { authored: undefined }],
    ['in part', { item: [{ linkId: '/75893-8', answer: [{ valueDecimal: 4 }] }] }],
    [
      'of another scale',
      {
        item: ['75893-8', '91145-3', '91146-1'].map((code) => ({
          linkId: code,
          answer: [{ valueInteger: 40 }],
        })),
      },
    ],
  ])('%s is no score', async (_, changes) => {
    const { result } = await followUp(chartWith(changes), { effects: 'none' });
    expect(result.followUp.facts.latest).toBeNull();
    expect(result.draft).toBeNull();
  });
});
