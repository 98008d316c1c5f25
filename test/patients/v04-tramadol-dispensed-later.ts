import { chartBundle, chartRows } from './chart-rows.ts';
import { medicines, problems } from './concepts.ts';
import { routineCare } from './routine-care.ts';
import { type PatientStory, STORY_DAY } from './story.ts';

const rows = chartRows('v04');

export const story: PatientStory = {
  id: 'v04',
  title: 'Tramadol handed over later than it was ordered',
  story:
    'The same order as in the story before, but the pharmacy handed the seven days of tramadol over on 18 February, not on the ' +
    'day it was written. The last dose may have been on 24 February, so he is not opioid-free long enough: earliest start 7 March.',
  asOf: STORY_DAY,
  expected: {
    verdict: 'present',
    earliestStart: '2026-03-07',
    outcome: 'blocked',
    blocks: ['R03'],
    confirms: ['R09'],
    informs: ['R20'],
  },
  bundle: chartBundle([
    rows.patient({ family: 'Fictive', given: 'Dario', birthDate: '1987-08-21', sex: 'male' }),
    rows.problem('fibromyalgia', problems.fibromyalgiaSnomed, '2021-01-25'),
    rows.order('tramadol', medicines.tramadol, {
      status: 'completed',
      authoredOn: '2026-02-10',
      sig: 'Take 1 tablet by mouth every 6 hours for 7 days',
      perDay: 4,
      supplyDays: 7,
    }),
    rows.dispense('tramadol-supply', 'tramadol', medicines.tramadol, {
      day: '2026-02-18',
      units: 28,
      days: 7,
    }),
    rows.order('pregabalin', medicines.pregabalin, {
      status: 'active',
      authoredOn: '2025-11-10',
      sig: 'Take 1 capsule by mouth twice a day',
      perDay: 2,
      supplyDays: 90,
      repeats: 1,
    }),
    rows.dispense('pregabalin-supply', 'pregabalin', medicines.pregabalin, {
      day: '2026-02-09',
      units: 180,
      days: 90,
    }),
    ...routineCare(rows, problems.fibromyalgiaSnomed, { weightKg: 79, pain: [7, 7, 6, 7] }),
  ]),
};
