/** A visit after the order, by two ways: a Bundle file with `--follow-up`, and served by an EHR and answered on the screens. Both say the same. */
import { afterAll, describe, expect, test } from 'vitest';
import { readCapabilities } from '#lib/fhir/capabilities.ts';
import type { FollowUpForm } from '#lib/follow-up/follow-up-form.ts';
import { draftOrder } from '#lib/order/draft/draft-order.ts';
import { answerFields } from '#lib/review/answer-fields.ts';
import { review } from '#lib/review/review.ts';
import type { Answers } from '#lib/review/reviewed-plan.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { followUpOf } from '#lib/visit/follow-up-of-launch.ts';
import type { LaunchWork } from '#lib/visit/launch-work.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { orderWords } from '#lib/visit/order-words.ts';
import { planOfLaunch } from '#lib/visit/plan-of-launch.ts';
import { answerWords } from '#lib/words/en/answer.ts';
import { supplyItem, unitsText } from '#lib/words/en/dose.ts';
import type { Json } from '../chart/chart-json.ts';
import { chartServed, ehrOf } from '../chart/read/bundle-ehr.ts';
import { ALL_SCOPES, EVERYTHING, statement } from '../chart/read/ehr.ts';
import { followUpStories } from '../patients/follow-up-stories.ts';
import { STORY_DAY } from '../patients/story.ts';
import { assess, file, removeFiles } from './command.ts';

afterAll(removeFiles);

const TODAY = STORY_DAY as CalendarDate;
const ZONE = 'Europe/London';
const REQUESTER = 'Practitioner/p9';

/** What is chosen at the questions of the stories that have one of their own. */
const CHOSEN: Readonly<Record<string, string>> = { R12: 'taken-over', R19: 'hold-72-hours' };

/** Every question of this check, answered as on the Review screen. */
function answeredForm({ findings }: Judgement): Readonly<Record<string, string>> {
  return Object.fromEntries(
    findings.flatMap((finding) => {
      const fields = answerFields(finding);
      if (finding.rule === 'R09')
        return [
          [fields.monitoring, 'none-exists'],
          [fields.interview, 'none'],
          [fields.pregnancy, 'not-pregnant'],
        ];
      const choice = CHOSEN[finding.rule];
      return choice === undefined ? [] : [[fields.choice, choice]];
    }),
  );
}

async function onTheScreens(bundle: Json, form: FollowUpForm, isAnswered: boolean) {
  const id = `${(bundle.entry as { resource: Json }[]).find(({ resource }) => resource.resourceType === 'Patient')?.resource.id}`;
  const work = (answerForm: LaunchWork['answerForm'], followUp: LaunchWork['followUp'] = null) =>
    ({ answerForm, followUp, followUpForm: form, regimenForm: null }) as unknown as LaunchWork;
  const opened = (answerForm: LaunchWork['answerForm']) =>
    ({
      launch: {
        session: { patientId: id, scopes: ALL_SCOPES },
        site: { writeBack: { maintenanceRepeats: 0 } },
        work: work(answerForm),
      },
      server: ehrOf(structuredClone(bundle)),
      capabilities: readCapabilities(statement(EVERYTHING)),
      chart,
      judgement: { asOf: TODAY, timeZone: ZONE },
      journal: null,
    }) as unknown as OpenChart;
  const chart = await chartServed(structuredClone(bundle), TODAY);
  const asked = await followUpOf(opened(null), form);
  const answerForm = isAnswered ? answeredForm(asked.judgement) : {};
  const followed = await followUpOf(opened(answerForm), form);
  const planned = planOfLaunch(followed.judgement, work(answerForm, followed.decided));
  const reviewed = review(followed.judgement, planned.proposal ?? { faults: [] }, planned.answers);
  return { followed, ...planned, reviewed };
}

/** The same answers as a person writes them into the answers file. */
function answersFile(answers: Answers) {
  return Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => [
      key,
      { reason: answer.reason ?? answerWords(answer), lastDose: answer.lastDose },
    ]),
  );
}

async function byCommand(bundle: Json, followUp: object, answers: Answers) {
  const run = await assess([
    file(bundle),
    ...['--as-of', TODAY, '--time-zone', ZONE, '--requester', REQUESTER],
    ...['--answers', file(answersFile(answers)), '--follow-up', file(followUp)],
  ]);
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout);
}

/** One visit in both tongues: what is typed on the screen, and what stands in the file. */
const VISITS: readonly (readonly [string, string, FollowUpForm, object])[] = [
  ...followUpStories.map(({ id }) => [id, 'no effects', { effects: 'none' }, { effects: 'none' }] as const),
  [
    'f01',
    'worse by PEG',
    { effects: 'mild', 'peg-pain': '9', 'peg-enjoyment': '8', 'peg-activity': '9' },
    { effects: 'mild', peg: [9, 8, 9] },
  ],
  [
    'f01',
    'a dose other than ordered',
    { effects: 'none', dose: '1.5', nights: '20' },
    { effects: 'none', doseMg: 1.5, nightsAtDose: 20 },
  ],
  [
    'f02',
    'much improved',
    { effects: 'mild', change: 'much-improved' },
    { effects: 'mild', change: 'much-improved' },
  ],
  ['f03', 'vivid dreams', { effects: 'troublesome' }, { effects: 'troublesome' }],
  ['f04', 'three weeks missed', { effects: 'none', missed: '21' }, { effects: 'none', missedNights: 21 }],
  ['f05', 'withdrawal', { effects: 'alarming' }, { effects: 'alarming' }],
  [
    'f06',
    'pain of today',
    { effects: 'none', 'pain-now': '3', 'pain-before': '8' },
    { effects: 'none', painScore: 3, baseline: 8 },
  ],
  ['f07', 'begun again by herself', { effects: 'none', missed: '0' }, { effects: 'none', missedNights: 0 }],
  [
    'f08',
    'another first night',
    { effects: 'none', 'first-night': '2025-12-20' },
    { effects: 'none', firstNight: '2025-12-20' },
  ],
];

describe.each(VISITS)('%s, %s', (id, _, form, answersAtVisit) => {
  const bundle = followUpStories.find((story) => story.id === id)?.bundle as unknown as Json;

  test.each([
    ['with the questions of the check open', false],
    ['with every question answered', true],
  ])('%s', async (_words, isAnswered) => {
    const { followed, proposal, answers, reviewed } = await onTheScreens(bundle, form, isAnswered);
    const result = await byCommand(bundle, answersAtVisit, answers);
    const { response } = followed;
    const { because, currentDose, ...facts } = response.facts;

    expect(result.followUp).toMatchObject({
      outcome: response.outcome,
      row: response.row,
      doseMg: response.dose === null ? null : response.dose / 1000,
      draftKind: response.draft?.kind ?? null,
    });
    expect(result.followUp.facts).toEqual({
      ...facts,
      currentDoseMg: currentDose === null ? null : currentDose / 1000,
      because: because.map(({ key }) => key),
      contradictions: response.contradictions,
    });
    const isPlanned = proposal !== null && 'plan' in proposal && reviewed.outcome !== 'blocked';
    expect(result.plan).toEqual(
      isPlanned
        ? {
            phases: proposal.plan.phases.map((phase) => ({
              from: phase.from,
              to: phase.to,
              nights: phase.nights,
              doseMg: phase.dose / 1000,
              units: unitsText(phase),
            })),
            supply: proposal.plan.supply.map((line) => ({
              item: supplyItem(line),
              quantity: line.quantity,
              unit: line.item,
            })),
          }
        : null,
    );
    if (reviewed.outcome !== 'draft') return expect(result.draft).toBeNull();
    const [first] = result.draft;
    const order = draftOrder(reviewed.reviewed, {
      identifier: (first.groupIdentifier ?? first.identifier[0]).value,
      requester: { reference: REQUESTER, display: null },
      encounterId: null,
      authoredOn: TODAY,
      intent: 'order',
      words: orderWords(),
    });
    expect(result.draft).toEqual(order.requests);
  });
});

test.each([
  ['f01', true],
  ['f02', false],
  ['f05', false],
  ['f06', false],
  ['f07', true],
  ['f08', true],
])('with every question answered %s ends in a draft on the screens: %s', async (id, isDrafted) => {
  const bundle = followUpStories.find((story) => story.id === id)?.bundle as unknown as Json;
  const { followed, reviewed } = await onTheScreens(bundle, { effects: 'none' }, true);
  expect(followed.response.draft !== null && reviewed.outcome === 'draft').toBe(isDrafted);
});
