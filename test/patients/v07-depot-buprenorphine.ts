import { chartBundle, chartRows } from './chart-rows.ts';
import { medicines, problems } from './concepts.ts';
import { routineCare } from './routine-care.ts';
import { type PatientStory, STORY_DAY } from './story.ts';

const rows = chartRows('v07');

export const story: PatientStory = {
  id: 'v07',
  title: 'Depot buprenorphine five months ago',
  story:
    'A man of 41 with fibromyalgia had one injection of depot buprenorphine on 1 October. No order stands in the chart, only ' +
    'the record that it was given. The depot releases for many months: there is no date from which a start is safe, and the ' +
    'app gives none.',
  asOf: STORY_DAY,
  expected: {
    verdict: 'present',
    earliestStart: null,
    outcome: 'blocked',
    blocks: ['R05'],
    confirms: ['R09'],
    informs: ['R20'],
  },
  bundle: chartBundle([
    rows.patient({ family: 'Mockup', given: 'Gregor', birthDate: '1984-11-16', sex: 'male' }),
    rows.problem('fibromyalgia', problems.fibromyalgiaBoth, '2020-08-31'),
    rows.injection('depot', medicines.sublocade, '2025-10-01', {
      value: 300,
      unit: 'mg',
      system: 'http://unitsofmeasure.org',
      code: 'mg',
    }),
    rows.order('duloxetine', medicines.duloxetine, {
      status: 'active',
      authoredOn: '2025-11-10',
      sig: 'Take 1 capsule by mouth once a day',
      perDay: 1,
      supplyDays: 90,
      repeats: 3,
    }),
    rows.order('loratadine', medicines.loratadine, {
      status: 'active',
      authoredOn: '2025-04-15',
      sig: 'Take 1 tablet by mouth once a day',
      perDay: 1,
      supplyDays: 90,
      repeats: 3,
    }),
    ...routineCare(rows, problems.fibromyalgiaBoth, { weightKg: 92, pain: [7, 7, 8, 7] }),
  ]),
};
