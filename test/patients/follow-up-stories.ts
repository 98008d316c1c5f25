/** Patients who are on low-dose naltrexone, or were: what the visit after the order is about. */
import type { Appointment, Resource } from '@medplum/fhirtypes';
import type { RuleId } from '#lib/safety/rule-id.ts';
import { chartBundle, chartRows, quantity } from './chart-rows.ts';
import { measured, medicines, problems } from './concepts.ts';
import { ownOrder } from './own-order.ts';
import { routineCare } from './routine-care.ts';
import { type PatientStory, STORY_DAY } from './story.ts';

interface Followed {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  readonly person: { readonly family: string; readonly given: string; readonly birthDate: string };
  readonly expected: Partial<PatientStory['expected']>;
  readonly rows: (rows: ReturnType<typeof chartRows>) => readonly Resource[];
}

function followed({ id, title, story, person, expected, rows: own }: Followed): PatientStory {
  const rows = chartRows(id);
  return {
    id,
    title,
    story,
    asOf: STORY_DAY,
    expected: {
      verdict: 'none-found',
      earliestStart: null,
      outcome: 'blocked',
      blocks: ['R13'],
      confirms: ['R09'],
      informs: [],
      ...expected,
    },
    bundle: chartBundle([
      rows.patient({ ...person, sex: 'female' }),
      rows.problem('fibromyalgia', problems.fibromyalgiaIcd, '2022-05-16'),
      rows.order('duloxetine', medicines.duloxetine, {
        status: 'active',
        authoredOn: '2025-11-10',
        sig: 'Take 1 capsule by mouth once a day',
        perDay: 1,
        supplyDays: 90,
        repeats: 3,
      }),
      ...own(rows),
      ...routineCare(rows, problems.fibromyalgiaIcd, { weightKg: 68, pain: [8, 8, 8, 7] }),
    ]),
  };
}

type Rows = ReturnType<typeof chartRows>;

/** PEG: the mean with its three items, as US Core Screening and Assessment writes a panel. */
function peg(rows: Rows, name: string, day: string, mean: number): Resource {
  return rows.observation(name, 'survey', measured.pegMean, day, {
    valueQuantity: quantity(mean, 'score', '{score}'),
  });
}

function pain(rows: Rows, name: string, day: string, score: number): Resource {
  return rows.observation(name, 'survey', measured.painScore, day, {
    valueQuantity: quantity(score, 'score', '{score}'),
  });
}

const TRIED_BEFORE: readonly RuleId[] = ['R29'];

export const followUpStories: readonly PatientStory[] = [
  followed({
    id: 'f01',
    title: 'On LDN: a responder at 3 mg',
    story:
      'A woman of 44 on low-dose naltrexone for seven weeks, at 3 mg since the third. Her PEG fell from 7.3 to 4.7. The order ends ' +
      'within a week: she stays at 3 mg, and a maintenance order may follow from the night after its last one.',
    person: { family: 'Staywell', given: 'Ines', birthDate: '1981-09-14' },
    expected: {},
    rows: (rows) => [
      ownOrder('f01', 'ldn', { status: 'active', firstNight: '2026-01-12', choices: { ceiling: 3000 } }),
      peg(rows, 'peg-before', '2026-01-08', 7.3),
      peg(rows, 'peg-now', '2026-02-27', 4.7),
    ],
  }),
  followed({
    id: 'f02',
    title: 'On LDN: no effect after 12 weeks',
    story:
      'A woman of 51, thirteen weeks after her first night. She went up to 4.5 mg and stayed there; her pain was 8 and is 7. To ' +
      'stop is proposed, and nothing is drafted.',
    person: { family: 'Nochange', given: 'Petra', birthDate: '1974-12-03' },
    expected: { informs: TRIED_BEFORE },
    rows: (rows) => [
      ownOrder('f02', 'ldn', { status: 'completed', firstNight: '2025-12-01' }),
      ownOrder('f02', 'ldn-stay', {
        status: 'active',
        firstNight: '2026-01-26',
        choices: { start: 4500, ceiling: 4500, days: 42 },
        continues: {
          kind: 'stay',
          follows: ['MedicationRequest/f02-ldn'],
          lastNight: '2026-01-25' as never,
          begins: '2025-12-01' as never,
          taken: 4500,
          scores: [],
          relief: null,
          repeats: 0,
        },
      }),
      pain(rows, 'pain-now', '2026-02-27', 7),
    ],
  }),
  followed({
    id: 'f03',
    title: 'On LDN: vivid dreams at 1.5 mg',
    story:
      'A woman of 38, ten nights after her first dose of 1.5 mg. Her dreams are vivid and she sleeps badly: the dose is lowered to ' +
      '0.5 mg. Her order runs on, so it is to be ended before another can be drafted.',
    person: { family: 'Dreamer', given: 'Lotte', birthDate: '1987-06-21' },
    expected: {},
    rows: () => [ownOrder('f03', 'ldn', { status: 'active', firstNight: '2026-02-20' })],
  }),
  followed({
    id: 'f04',
    title: 'On LDN: three weeks missed',
    story:
      'A woman of 46 whose titration ended yesterday. She was abroad and took nothing for three weeks: it is begun anew from 1.5 mg, ' +
      'after a full check.',
    person: { family: 'Traveller', given: 'Gwen', birthDate: '1979-11-30' },
    expected: {},
    rows: (rows) => [
      ownOrder('f04', 'ldn', { status: 'active', firstNight: '2026-01-05' }),
      pain(rows, 'pain-now', '2026-02-26', 6),
    ],
  }),
  followed({
    id: 'f05',
    title: 'On LDN: an opioid since',
    story:
      'A woman of 57 four weeks into her titration. A dentist ordered tramadol five days ago. Low-dose naltrexone is held, and she is ' +
      'called today: together they can precipitate withdrawal.',
    person: { family: 'Toothache', given: 'Maud', birthDate: '1968-08-08' },
    expected: { verdict: 'present', blocks: ['R02', 'R13'] },
    rows: (rows) => [
      ownOrder('f05', 'ldn', { status: 'active', firstNight: '2026-02-02' }),
      rows.order('tramadol', medicines.tramadol, {
        status: 'active',
        authoredOn: '2026-02-25',
        sig: 'Take 1 tablet by mouth every 6 hours as needed for pain',
        perDay: 4,
        asNeeded: true,
        supplyDays: 7,
      }),
    ],
  }),
  followed({
    id: 'f06',
    title: 'On LDN: surgery in ten days',
    story:
      'A woman of 60 four weeks into her titration, better already. Her knee is operated on in ten days: no dose from three nights ' +
      'before, and the anaesthetist is told.',
    person: { family: 'Kneebone', given: 'Edda', birthDate: '1965-10-02' },
    expected: { confirms: ['R09', 'R19'] },
    rows: (rows) => [
      ownOrder('f06', 'ldn', { status: 'active', firstNight: '2026-02-02' }),
      kneeReplacement('f06', '2026-03-12'),
      pain(rows, 'pain-now', '2026-02-27', 4),
    ],
  }),
  followed({
    id: 'f07',
    title: 'Was on LDN: order completed long ago',
    story:
      'A woman of 49 whose titration ended in October; nobody saw her since. What she took then is told, and a new titration begins ' +
      'at the first dose.',
    person: { family: 'Longago', given: 'Berit', birthDate: '1976-03-27' },
    expected: { outcome: 'needs-confirmation', blocks: [], informs: TRIED_BEFORE },
    rows: () => [ownOrder('f07', 'ldn', { status: 'completed', firstNight: '2025-09-01' })],
  }),
  followed({
    id: 'f08',
    title: 'On LDN from elsewhere',
    story:
      'A woman of 53 who has low-dose naltrexone from another clinic, 3 mg a night since December. Her pain was 8 and is 4: it may be ' +
      'taken over as a maintenance at 3 mg, once that order is ended.',
    person: { family: 'Elsewhere', given: 'Noor', birthDate: '1972-07-19' },
    expected: { outcome: 'needs-confirmation', blocks: [], confirms: ['R09', 'R12'] },
    rows: (rows) => [fromElsewhere(rows), pain(rows, 'pain-now', '2026-02-27', 4)],
  }),
];

/** Compounded, 3 mg a night, as another clinic orders it: no end, no first night. */
function fromElsewhere(rows: Rows): Resource {
  const order = rows.order(
    'naltrexone',
    { text: 'naltrexone 3 mg capsule (compounded)' },
    {
      status: 'active',
      authoredOn: '2025-12-15',
      sig: 'Take 1 capsule (3 mg) by mouth at bedtime',
      perDay: 1,
      supplyDays: 90,
    },
  );
  const dosageInstruction = order.dosageInstruction?.map((dosage) => ({
    ...dosage,
    doseAndRate: [{ doseQuantity: quantity(3, 'mg') }],
  }));
  return { ...order, ...(dosageInstruction === undefined ? {} : { dosageInstruction }) };
}

function kneeReplacement(id: string, day: string): Appointment {
  return {
    resourceType: 'Appointment',
    id: `${id}-knee`,
    status: 'booked',
    serviceType: [{ text: 'Orthopaedic surgery' }],
    description: 'Total knee replacement, left',
    start: `${day}T09:00:00Z`,
    end: `${day}T11:00:00Z`,
    participant: [{ actor: { reference: `Patient/${id}` }, status: 'accepted' }],
  };
}
