import { chartBundle, chartRows } from './chart-rows.ts';
import { medicines, problems } from './concepts.ts';
import { routineCare } from './routine-care.ts';
import { type PatientStory, STORY_DAY } from './story.ts';

const rows = chartRows('v01');

export const story: PatientStory = {
  id: 'v01',
  title: 'Fibromyalgia on duloxetine, no opioid',
  story:
    'A woman of 45 has had fibromyalgia for three years. Duloxetine helps half-way; she also takes lisinopril and naproxen. ' +
    'Liver tests are normal. Nothing in her chart is an opioid: the standard titration is proposed, 126 capsules of 1.5 mg.',
  asOf: STORY_DAY,
  expected: {
    verdict: 'none-found',
    earliestStart: null,
    outcome: 'needs-confirmation',
    blocks: [],
    confirms: ['R09'],
    informs: [],
  },
  bundle: chartBundle([
    rows.patient({ family: 'Example', given: 'Ada', birthDate: '1980-06-11', sex: 'female' }),
    rows.problem('fibromyalgia', problems.fibromyalgiaIcd, '2023-02-20'),
    rows.problem('hypertension', problems.hypertension, '2021-09-02'),
    rows.order('duloxetine', medicines.duloxetine, {
      status: 'active',
      authoredOn: '2025-11-10',
      sig: 'Take 1 capsule by mouth once a day',
      perDay: 1,
      supplyDays: 90,
      repeats: 3,
    }),
    rows.order('lisinopril', medicines.lisinopril, {
      status: 'active',
      authoredOn: '2025-08-12',
      sig: 'Take 1 tablet by mouth every morning',
      perDay: 1,
      supplyDays: 90,
      repeats: 3,
    }),
    rows.order('naproxen', medicines.naproxen, {
      status: 'active',
      authoredOn: '2026-01-20',
      sig: 'Take 1 tablet by mouth twice a day with food as needed for pain',
      perDay: 2,
      asNeeded: true,
      supplyDays: 30,
    }),
    rows.order('cetirizine', medicines.cetirizine, {
      status: 'completed',
      authoredOn: '2025-04-15',
      sig: 'Take 1 tablet by mouth once a day',
      perDay: 1,
      supplyDays: 60,
    }),
    ...routineCare(rows, problems.fibromyalgiaIcd, { weightKg: 71.5, pain: [7, 6, 6, 6] }),
  ]),
};
