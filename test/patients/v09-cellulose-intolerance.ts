import { chartBundle, chartRows } from './chart-rows.ts';
import { medicines, problems } from './concepts.ts';
import { routineCare } from './routine-care.ts';
import { type PatientStory, STORY_DAY } from './story.ts';

const rows = chartRows('v09');

export const story: PatientStory = {
  id: 'v09',
  title: 'Cellulose intolerance: which filler?',
  story:
    'A woman of 48 with fibromyalgia who does not tolerate the cellulose in capsules and feels every new medicine strongly. ' +
    'With capsules the app asks the pharmacy for another filler (gentle schedule: 63 capsules of 0.5 mg and 84 of 1.5 mg). ' +
    'With the liquid the prescriber must confirm first, because the 50 mg tablet itself holds cellulose.',
  asOf: STORY_DAY,
  expected: {
    verdict: 'none-found',
    earliestStart: null,
    outcome: 'needs-confirmation',
    blocks: [],
    confirms: ['R09'],
    informs: ['R14'],
  },
  bundle: chartBundle([
    rows.patient({ family: 'Figment', given: 'Ilse', birthDate: '1977-08-02', sex: 'female' }),
    rows.problem('fibromyalgia', problems.fibromyalgiaIcd, '2020-02-13'),
    rows.problem('migraine', problems.migraine, '2014-06-24'),
    rows.intolerance('cellulose', 'Cellulose (capsule filler)', 'bloating and hives'),
    rows.order('duloxetine', medicines.duloxetine, {
      status: 'stopped',
      authoredOn: '2025-04-15',
      sig: 'Take 1 capsule by mouth once a day',
      perDay: 1,
      supplyDays: 30,
    }),
    rows.order('pregabalin', medicines.pregabalin, {
      status: 'active',
      authoredOn: '2025-08-12',
      sig: 'Take 1 capsule by mouth at bedtime',
      perDay: 1,
      supplyDays: 90,
      repeats: 3,
    }),
    rows.order('naproxen', medicines.naproxen, {
      status: 'active',
      authoredOn: '2026-01-20',
      sig: 'Take 1 tablet by mouth twice a day with food as needed for migraine',
      perDay: 2,
      asNeeded: true,
      supplyDays: 30,
    }),
    ...routineCare(rows, problems.fibromyalgiaIcd, { weightKg: 58.5, pain: [7, 7, 7, 6] }),
  ]),
};
