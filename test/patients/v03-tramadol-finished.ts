import { chartBundle, chartRows } from './chart-rows.ts';
import { medicines, problems } from './concepts.ts';
import { routineCare } from './routine-care.ts';
import { type PatientStory, STORY_DAY } from './story.ts';

const rows = chartRows('v03');

export const story: PatientStory = {
  id: 'v03',
  title: 'Tramadol for a week, finished long enough ago',
  story:
    'A man of 38 with fibromyalgia had tramadol after a tooth was taken out: seven days from 10 February, completed. The last ' +
    'dose may have been on 16 February; ten whole opioid-free days later, from 27 February, he may start. The order stays on ' +
    'screen as history. The evidence for low-dose naltrexone comes mainly from women, and the app says so.',
  asOf: STORY_DAY,
  expected: {
    verdict: 'none-found',
    earliestStart: '2026-02-27',
    outcome: 'needs-confirmation',
    blocks: [],
    confirms: ['R09'],
    informs: ['R20'],
  },
  bundle: chartBundle([
    rows.patient({ family: 'Specimen', given: 'Carl', birthDate: '1987-12-03', sex: 'male' }),
    rows.problem('fibromyalgia', problems.fibromyalgiaSnomed, '2022-07-18'),
    rows.order('tramadol', medicines.tramadol, {
      status: 'completed',
      authoredOn: '2026-02-10',
      sig: 'Take 1 tablet by mouth every 6 hours for 7 days',
      perDay: 4,
      supplyDays: 7,
    }),
    rows.order('pregabalin', medicines.pregabalin, {
      status: 'active',
      authoredOn: '2025-11-10',
      sig: 'Take 1 capsule by mouth twice a day',
      perDay: 2,
      supplyDays: 90,
      repeats: 1,
    }),
    rows.order('ibuprofen', medicines.ibuprofen, {
      status: 'completed',
      authoredOn: '2026-02-10',
      sig: 'Take 1 tablet by mouth three times a day with food for 5 days',
      perDay: 3,
      supplyDays: 5,
    }),
    ...routineCare(rows, problems.fibromyalgiaSnomed, { weightKg: 88, pain: [6, 6, 5, 6] }),
  ]),
};
