import type { OperationOutcome } from '@medplum/fhirtypes';
import { chartBundle, chartRows } from './chart-rows.ts';
import { medicines, problems } from './concepts.ts';
import { routineCare } from './routine-care.ts';
import { type PatientStory, STORY_DAY } from './story.ts';

const rows = chartRows('v06');

const ORDERS = [
  ['pregabalin', medicines.pregabalin, 'active', '2025-11-10'],
  ['lisinopril', medicines.lisinopril, 'active', '2025-11-10'],
  ['metformin', medicines.metformin, 'active', '2025-08-12'],
  ['omeprazole', medicines.omeprazole, 'active', '2025-08-12'],
  ['vitamin-d', medicines.vitaminD, 'active', '2025-04-15'],
  ['cetirizine', medicines.cetirizine, 'completed', '2025-04-15'],
  ['ibuprofen', medicines.ibuprofen, 'completed', '2025-04-15'],
  ['trazodone', medicines.trazodone, 'stopped', '2024-10-07'],
  ['cyclobenzaprine', medicines.cyclobenzaprine, 'stopped', '2024-10-07'],
  ['naproxen', medicines.naproxen, 'completed', '2024-06-18'],
] as const;

const collected = chartBundle([
  rows.patient({ family: 'Pretend', given: 'Flora', birthDate: '1975-07-14', sex: 'female' }),
  rows.problem('fibromyalgia', problems.fibromyalgiaSnomed, '2018-12-11'),
  rows.problem('hypertension', problems.hypertension, '2017-02-03'),
  ...ORDERS.map(([name, medicine, status, authoredOn]) =>
    rows.order(name, medicine, {
      status,
      authoredOn,
      sig: 'Take 1 by mouth once a day',
      perDay: 1,
      supplyDays: 30,
      repeats: status === 'active' ? 5 : 0,
    }),
  ),
  ...routineCare(rows, problems.fibromyalgiaSnomed, { weightKg: 74, pain: [6, 7, 6, 6] }),
]);

/** What the server said in place of the second page: an error, and a `next` link that was never followed to its end. */
const failedPage: OperationOutcome = {
  resourceType: 'OperationOutcome',
  id: 'v06-page-2',
  issue: [
    { severity: 'error', code: 'exception', diagnostics: 'MedicationRequest page 2 answered HTTP 500' },
  ],
};

export const story: PatientStory = {
  id: 'v06',
  title: 'The second page of medicines cannot be read',
  story:
    'A woman of 50 with fibromyalgia and a long list of medicines. The EHR gives the first page of it and answers the second ' +
    'with HTTP 500. An opioid may stand on the page that nobody saw: the app cannot tell, and no answer of the prescriber can ' +
    'stand in for the missing page.',
  asOf: STORY_DAY,
  expected: {
    verdict: 'cannot-tell',
    earliestStart: null,
    outcome: 'cannot-tell',
    blocks: ['R01'],
    confirms: ['R09'],
    informs: [],
  },
  bundle: {
    ...collected,
    link: [
      { relation: 'next', url: 'https://ehr.example/fhir/MedicationRequest?patient=v06&_count=8&_page=2' },
    ],
    entry: [...(collected.entry ?? []), { resource: failedPage }],
  },
  fault: { pageSize: 8, failPage: { resourceType: 'MedicationRequest', page: 2, status: 500 } },
};
