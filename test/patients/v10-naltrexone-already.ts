import { chartBundle, chartRows } from './chart-rows.ts';
import { medicines, problems } from './concepts.ts';
import { routineCare } from './routine-care.ts';
import { type PatientStory, STORY_DAY } from './story.ts';

const rows = chartRows('v10');

export const story: PatientStory = {
  id: 'v10',
  title: 'Already on naltrexone 50 mg',
  story:
    'A man of 55 with chronic pain takes naltrexone 50 mg a day to stay away from alcohol. It is no opioid, but a second ' +
    'naltrexone beside the first must not be: reconcile first. His indication is not fibromyalgia, and the app says what the ' +
    'evidence covers.',
  asOf: STORY_DAY,
  expected: {
    verdict: 'none-found',
    earliestStart: null,
    outcome: 'blocked',
    blocks: ['R12'],
    confirms: ['R09'],
    informs: ['R20'],
  },
  bundle: chartBundle([
    rows.patient({ family: 'Standin', given: 'Jonas', birthDate: '1970-04-19', sex: 'male' }),
    rows.problem('chronic-pain', problems.chronicPain, '2015-01-12'),
    rows.problem('alcohol', problems.alcoholRemission, '2022-10-04'),
    rows.order('naltrexone', medicines.naltrexone50, {
      status: 'active',
      authoredOn: '2025-11-10',
      sig: 'Take 1 tablet by mouth once a day',
      perDay: 1,
      supplyDays: 30,
      repeats: 5,
    }),
    rows.order('pregabalin', medicines.pregabalin, {
      status: 'active',
      authoredOn: '2025-08-12',
      sig: 'Take 1 capsule by mouth twice a day',
      perDay: 2,
      supplyDays: 90,
      repeats: 1,
    }),
    rows.order('lisinopril', medicines.lisinopril, {
      status: 'active',
      authoredOn: '2025-08-12',
      sig: 'Take 1 tablet by mouth every morning',
      perDay: 1,
      supplyDays: 90,
      repeats: 3,
    }),
    ...routineCare(rows, problems.chronicPain, { weightKg: 95, pain: [6, 7, 7, 7] }),
  ]),
};
