import { chartBundle, chartRows } from './chart-rows.ts';
import { measured, medicines, pregnant, problems } from './concepts.ts';
import { routineCare } from './routine-care.ts';
import { type PatientStory, STORY_DAY } from './story.ts';

const rows = chartRows('v08');

export const story: PatientStory = {
  id: 'v08',
  title: 'Pregnant, recorded ten days ago',
  story:
    'A woman of 29 with fibromyalgia; her pregnancy was recorded on 20 February. Nothing is an opioid, yet the data on ' +
    'naltrexone in pregnancy are few: the app stops here and the decision is made outside it. No medicine for fibromyalgia ' +
    'has been tried, so the alternatives are listed.',
  asOf: STORY_DAY,
  expected: {
    verdict: 'none-found',
    earliestStart: null,
    outcome: 'blocked',
    blocks: ['R17'],
    confirms: ['R09'],
    informs: ['R21'],
  },
  bundle: chartBundle([
    rows.patient({ family: 'Invented', given: 'Hanna', birthDate: '1996-05-08', sex: 'female' }),
    rows.problem('fibromyalgia', problems.fibromyalgiaSnomed, '2024-09-16'),
    rows.observation('pregnancy', 'social-history', measured.pregnancyStatus, '2026-02-20', {
      valueCodeableConcept: pregnant,
    }),
    rows.encounter('antenatal-visit', '2026-02-20', problems.fibromyalgiaSnomed),
    rows.order('folic-acid', medicines.folicAcid, {
      status: 'active',
      authoredOn: '2026-02-20',
      sig: 'Take 1 tablet by mouth once a day',
      perDay: 1,
      supplyDays: 90,
      repeats: 1,
    }),
    rows.order('loratadine', medicines.loratadine, {
      status: 'active',
      authoredOn: '2025-04-15',
      sig: 'Take 1 tablet by mouth once a day',
      perDay: 1,
      supplyDays: 90,
      repeats: 3,
    }),
    ...routineCare(rows, problems.fibromyalgiaSnomed, { weightKg: 61, pain: [5, 6, 5, 5] }),
  ]),
};
