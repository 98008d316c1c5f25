import { chartBundle, chartRows } from './chart-rows.ts';
import { problems } from './concepts.ts';
import { routineCare } from './routine-care.ts';
import { type PatientStory, STORY_DAY } from './story.ts';

const rows = chartRows('e01');

export const story: PatientStory = {
  id: 'e01',
  title: 'No medicine recorded at all',
  story:
    'A woman of 67 with fibromyalgia, new to this practice; nobody has entered her medicines yet. An empty list does not show ' +
    'that she takes no opioid: the app cannot tell until the prescriber has asked.',
  asOf: STORY_DAY,
  expected: {
    verdict: 'cannot-tell',
    earliestStart: null,
    outcome: 'needs-confirmation',
    blocks: [],
    confirms: ['R06', 'R09'],
    informs: ['R18', 'R21'],
  },
  bundle: chartBundle([
    rows.patient({ family: 'Blank', given: 'Lena', birthDate: '1958-12-22', sex: 'female' }),
    rows.problem('fibromyalgia', problems.fibromyalgiaSnomed, '2012-03-19'),
    ...routineCare(rows, problems.fibromyalgiaSnomed, { weightKg: 69, pain: [6, 6, 7, 7] }),
  ]),
};
