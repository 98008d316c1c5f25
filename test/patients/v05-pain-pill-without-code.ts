import { chartBundle, chartRows } from './chart-rows.ts';
import { medicines, problems } from './concepts.ts';
import { routineCare } from './routine-care.ts';
import { type PatientStory, STORY_DAY } from './story.ts';

const rows = chartRows('v05');

export const story: PatientStory = {
  id: 'v05',
  title: 'A "pain pill per Dr X" that nobody named',
  story:
    'A woman of 60 with fibromyalgia told the nurse about a "pain pill per Dr X", which was typed into her medicines without a ' +
    'code. It may be an opioid or not. Nothing is written until the prescriber has found out and said what it is.',
  asOf: STORY_DAY,
  expected: {
    verdict: 'cannot-tell',
    earliestStart: null,
    outcome: 'needs-confirmation',
    blocks: [],
    confirms: ['R06', 'R09'],
    informs: [],
  },
  bundle: chartBundle([
    rows.patient({ family: 'Placeholder', given: 'Edna', birthDate: '1965-10-30', sex: 'female' }),
    rows.problem('fibromyalgia', problems.fibromyalgiaIcd, '2016-05-05'),
    rows.reportedAs('pain-pill', 'pain pill per Dr X', '2026-01-20'),
    rows.order('duloxetine', medicines.duloxetine, {
      status: 'active',
      authoredOn: '2025-11-10',
      sig: 'Take 1 capsule by mouth once a day',
      perDay: 1,
      supplyDays: 90,
      repeats: 3,
    }),
    rows.order('vitamin-d', medicines.vitaminD, {
      status: 'active',
      authoredOn: '2025-04-15',
      sig: 'Take 1 tablet by mouth once a day',
      perDay: 1,
      supplyDays: 90,
      repeats: 3,
    }),
    ...routineCare(rows, problems.fibromyalgiaIcd, { weightKg: 66, pain: [5, 6, 6, 7] }),
  ]),
};
