import { chartBundle, chartRows } from './chart-rows.ts';
import { medicines, problems } from './concepts.ts';
import { routineCare } from './routine-care.ts';
import { type PatientStory, STORY_DAY } from './story.ts';

const rows = chartRows('n01');

export const story: PatientStory = {
  id: 'n01',
  title: 'No indication on the chart',
  story:
    'A man of 34 with hay fever and high blood pressure. Nothing is an opioid, and nothing in the chart says why he should ' +
    'have low-dose naltrexone: the prescriber is asked for the indication.',
  asOf: STORY_DAY,
  expected: {
    verdict: 'none-found',
    earliestStart: null,
    outcome: 'needs-confirmation',
    blocks: [],
    confirms: ['R09', 'R20'],
    informs: ['R21'],
  },
  bundle: chartBundle([
    rows.patient({ family: 'Nobody', given: 'Marek', birthDate: '1991-10-06', sex: 'male' }),
    rows.problem('hypertension', problems.hypertension, '2024-01-30'),
    rows.problem('hay-fever', problems.seasonalRhinitis, '2010-05-17'),
    rows.order('lisinopril', medicines.lisinopril, {
      status: 'active',
      authoredOn: '2025-08-12',
      sig: 'Take 1 tablet by mouth every morning',
      perDay: 1,
      supplyDays: 90,
      repeats: 3,
    }),
    rows.order('cetirizine', medicines.cetirizine, {
      status: 'active',
      authoredOn: '2025-04-15',
      sig: 'Take 1 tablet by mouth once a day',
      perDay: 1,
      supplyDays: 90,
      repeats: 3,
    }),
    ...routineCare(rows, problems.hypertension, { weightKg: 81, pain: [0, 1, 0, 0] }),
  ]),
};
