/** R10: opioid use disorder and withdrawal. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import {
  clinically,
  concept,
  condition,
  findingsOf,
  ICD10,
  judge,
  naproxen,
  other,
  SNOMED,
  severityOf,
  verified,
} from '../judged.ts';

const oud = concept(ICD10, 'F11.20', 'Opioid dependence, uncomplicated');
const ofEncounter = { category: [concept('x', 'encounter-diagnosis')] };

test.each([
  ['active on the problem list blocks', [condition('c', oud)], ['blocks']],
  ['known by SNOMED code alone blocks', [condition('c', concept(SNOMED, '75544000'))], ['blocks']],
  ['withdrawal blocks', [condition('c', concept(SNOMED, '87132004'))], ['blocks']],
  ['agonist therapy blocks', [condition('c', concept(SNOMED, '1081000119105'))], ['blocks']],
  ['in words alone blocks', [condition('c', 'Opioid use disorder, severe')], ['blocks']],
  ['in remission asks', [condition('c', concept(SNOMED, '191821007'))], ['confirm']],
  ['in remission by ICD-10 asks', [condition('c', concept(ICD10, 'F11.21'))], ['confirm']],
  ['with the status remission asks', [condition('c', oud, clinically('remission'))], ['confirm']],
  ['resolved asks', [condition('c', oud, clinically('resolved'))], ['confirm']],
  [
    'an encounter diagnosis 365 days ago blocks',
    [condition('c', oud, { ...ofEncounter, ...clinically('resolved'), recordedDate: '2025-03-02' })],
    ['blocks'],
  ],
  [
    'an encounter diagnosis 366 days ago asks',
    [condition('c', oud, { ...ofEncounter, recordedDate: '2025-03-01' })],
    ['confirm'],
  ],
  [
    'the reason of an encounter last autumn blocks',
    [other('Encounter', 'e', { status: 'finished', period: { start: '2025-10-01' }, reasonCode: [oud] })],
    ['blocks'],
  ],
  [
    'the reason of an encounter years ago asks',
    [other('Encounter', 'e', { status: 'finished', period: { start: '2020-10-01' }, reasonCode: [oud] })],
    ['confirm'],
  ],
  [
    'an old diagnosis treated again last autumn blocks',
    [
      condition('c', oud, { ...ofEncounter, recordedDate: '2015-01-01' }),
      other('Encounter', 'e', {
        status: 'finished',
        period: { start: '2025-10-01' },
        diagnosis: [{ condition: { reference: 'Condition/c' } }],
      }),
    ],
    ['blocks'],
  ],
  [
    'an old diagnosis that names the encounter of last autumn it was made in blocks',
    [
      condition('c', oud, {
        ...ofEncounter,
        recordedDate: '2015-01-01',
        encounter: { reference: 'Encounter/e' },
      }),
      other('Encounter', 'e', { status: 'finished', period: { start: '2025-10-01' } }),
    ],
    ['blocks'],
  ],
  [
    'an old diagnosis asks, whatever else the patient came for since',
    [
      condition('c', oud, { ...ofEncounter, recordedDate: '2015-01-01' }),
      other('Encounter', 'e', { status: 'finished', period: { start: '2025-10-01' } }),
    ],
    ['confirm'],
  ],
  [
    'an old diagnosis last treated more than a year ago asks',
    [
      condition('c', oud, { ...ofEncounter, recordedDate: '2015-01-01' }),
      other('Encounter', 'e', {
        status: 'finished',
        period: { start: '2025-03-01' },
        diagnosis: [{ condition: { reference: 'Condition/c' } }],
      }),
    ],
    ['confirm'],
  ],
  [
    'the reason of an encounter without a date blocks',
    [other('Encounter', 'e', { status: 'finished', reasonCode: [oud] })],
    ['blocks'],
  ],
  [
    'the reason of an encounter entered in error is ignored',
    [
      other('Encounter', 'e', {
        status: 'entered-in-error',
        period: { start: '2025-10-01' },
        reasonCode: [oud],
      }),
    ],
    [],
  ],
  [
    'an encounter diagnosis without a date blocks',
    [condition('c', oud, { ...ofEncounter, ...clinically('resolved') })],
    ['blocks'],
  ],
  [
    'of a code by its title alone blocks',
    [condition('c', 'Opioid use, unspecified, uncomplicated')],
    ['blocks'],
  ],
  ['heroin blocks', [condition('c', 'IV heroin user')], ['blocks']],
  [
    'of an ICD-9 code blocks',
    [condition('c', concept('http://hl7.org/fhir/sid/icd-9-cm', '304.01'))],
    ['blocks'],
  ],
  ['refuted is ignored', [condition('c', oud, verified('refuted'))], []],
  ['entered in error is ignored', [condition('c', oud, verified('entered-in-error'))], []],
  [
    'alcohol dependence is another thing',
    [condition('c', concept(ICD10, 'F10.20', 'Alcohol dependence'))],
    [],
  ],
  ['a family history is another thing', [condition('c', 'Family history of opioid abuse')], []],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R10')).toEqual(severities);
});

test('beside an active disorder the one in remission is not what is told', () => {
  const remission = condition('r', concept(ICD10, 'F11.21'));
  const sources = (...rows: Parameters<typeof judge>[0]) =>
    findingsOf(judge([naproxen, ...rows]), 'R10').map((finding) => finding.sources);
  expect(sources(remission, condition('c', oud))).toEqual([['Condition/c']]);
  expect(sources(remission)).toEqual([['Condition/r']]);
});
