import { chartBundle, chartRows } from './chart-rows.ts';
import { medicines, problems } from './concepts.ts';
import { routineCare } from './routine-care.ts';
import { type PatientStory, STORY_DAY } from './story.ts';

const rows = chartRows('v02');

export const story: PatientStory = {
  id: 'v02',
  title: 'Oxycodone with acetaminophen still active',
  story:
    'A woman of 52 with fibromyalgia was given oxycodone with acetaminophen, to be taken when needed, on 10 November: thirty ' +
    'days, no refill. The supply should be long gone, but the order is still active and she may have tablets left. An active ' +
    'order counts as current whatever its dates say; only a corrected chart opens the way.',
  asOf: STORY_DAY,
  expected: {
    verdict: 'present',
    earliestStart: null,
    outcome: 'blocked',
    blocks: ['R02'],
    confirms: ['R09'],
    informs: [],
  },
  bundle: chartBundle([
    rows.patient({ family: 'Sample', given: 'Berta', birthDate: '1973-09-27', sex: 'female' }),
    rows.problem('fibromyalgia', problems.fibromyalgiaBoth, '2019-03-08'),
    rows.problem('reflux', problems.reflux, '2020-11-19'),
    rows.order('oxycodone', medicines.oxycodoneAcetaminophen, {
      status: 'active',
      authoredOn: '2025-11-10',
      sig: 'Take 1 tablet by mouth every 6 hours as needed for severe pain',
      perDay: 4,
      asNeeded: true,
      supplyDays: 30,
    }),
    rows.order('duloxetine', medicines.duloxetine, {
      status: 'active',
      authoredOn: '2025-08-12',
      sig: 'Take 1 capsule by mouth once a day',
      perDay: 1,
      supplyDays: 90,
      repeats: 3,
    }),
    rows.order('omeprazole', medicines.omeprazole, {
      status: 'active',
      authoredOn: '2025-08-12',
      sig: 'Take 1 capsule by mouth before breakfast',
      perDay: 1,
      supplyDays: 90,
      repeats: 3,
    }),
    rows.order('cyclobenzaprine', medicines.cyclobenzaprine, {
      status: 'stopped',
      authoredOn: '2025-04-15',
      sig: 'Take 1 tablet by mouth at bedtime',
      perDay: 1,
      supplyDays: 30,
    }),
    ...routineCare(rows, problems.fibromyalgiaBoth, { weightKg: 83, pain: [8, 7, 8, 8] }),
  ]),
};
