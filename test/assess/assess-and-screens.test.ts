/** The command line and the screens give one answer: the same phases, the same supply, the same drafts. */
import { afterAll, describe, expect, test } from 'vitest';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { draftOrder } from '#lib/order/draft/draft-order.ts';
import { answerFields } from '#lib/review/answer-fields.ts';
import { review } from '#lib/review/review.ts';
import type { Answers } from '#lib/review/reviewed-plan.ts';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { PRESETS, type PresetId } from '#lib/titration/propose-regimen.ts';
import { formOf } from '#lib/titration/regimen-form.ts';
import type { LaunchWork } from '#lib/visit/launch-work.ts';
import { planOfLaunch } from '#lib/visit/plan-of-launch.ts';
import { answerWords } from '#lib/words/en/answer.ts';
import { supplyItem, unitsText } from '#lib/words/en/dose.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import { stories } from '../patients/stories.ts';
import { STORY_DAY } from '../patients/story.ts';
import { assess, file, removeFiles } from './command.ts';

afterAll(removeFiles);

const TODAY = STORY_DAY as CalendarDate;
const bundle = stories.find(({ id }) => id === 'v01')?.bundle;

/** As a prescriber goes through Plan and Review: a form, its answers, an order. */
function onTheScreens(id: PresetId) {
  const read = readBundle(structuredClone(bundle));
  if (!('chart' in read)) throw new Error('story v01 cannot be read');
  const choices = PRESETS[id];
  const judgement = judgeSafety(read.chart, {
    asOf: TODAY,
    timeZone: 'UTC',
    recognise: installedRecogniser().recognise,
    preparation: choices.preparation,
  });
  const asked = judgement.findings.find(({ rule }) => rule === 'R09');
  if (asked === undefined) throw new Error('R09 was not asked');
  const fields = answerFields(asked);
  const filler = choices.preparation === 'capsules' ? judgement.filler : null;
  const work: LaunchWork = {
    regimenForm: formOf({ ...choices, startDate: TODAY, filler }),
    plansBefore: null,
    planKeptAt: null,
    saidPrescriber: null,
    seenAsDraft: null,
    recordedScore: null,
    followUpForm: null,
    followUp: null,
    answerForm: {
      [fields.monitoring]: 'none-exists',
      [fields.interview]: 'none',
      [fields.pregnancy]: 'not-pregnant',
    },
    chart: null,
    draftIdentifier: '',
    sent: null,
  };
  const { proposal, answers } = planOfLaunch(judgement, work);
  if (proposal === null || !('plan' in proposal)) throw new Error('the form gives no plan');
  const reviewed = review(judgement, proposal, answers);
  if (reviewed.outcome !== 'draft') throw new Error(`the review says ${reviewed.outcome}`);
  return { plan: proposal.plan, answers, reviewed: reviewed.reviewed };
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

/** The same choices as a person writes them into the regimen file. */
function regimenFile(id: PresetId) {
  const { start, step, ceiling, intervalDays, days, preparation, strengths } = PRESETS[id];
  const liquid = preparation === 'liquid';
  return {
    startMg: start / 1000,
    stepMg: step / 1000,
    ceilingMg: ceiling / 1000,
    intervalDays,
    days,
    preparation,
    ...(liquid ? {} : { strengthsMg: strengths.map((strength) => strength / 1000) }),
  };
}

describe.each(Object.keys(PRESETS) as PresetId[])('%s', async (id) => {
  const { plan, answers, reviewed } = onTheScreens(id);
  const run = await assess([
    file(bundle),
    '--as-of',
    TODAY,
    '--time-zone',
    'UTC',
    '--regimen',
    file(regimenFile(id)),
    '--answers',
    file(answersFile(answers)),
    '--requester',
    'Practitioner/p9',
  ]);
  const result = JSON.parse(run.stdout);

  test('the same phases', () => {
    expect(result.plan.phases).toEqual(
      plan.phases.map((phase) => ({
        from: phase.from,
        to: phase.to,
        nights: phase.nights,
        doseMg: phase.dose / 1000,
        units: unitsText(phase),
      })),
    );
  });

  test('the same supply', () => {
    expect(result.plan.supply).toEqual(
      plan.supply.map((line) => ({ item: supplyItem(line), quantity: line.quantity, unit: line.item })),
    );
  });

  test('the same drafts', () => {
    const [first] = result.draft;
    const order = draftOrder(reviewed, {
      identifier: (first.groupIdentifier ?? first.identifier[0]).value,
      requester: { reference: 'Practitioner/p9', display: null },
      encounterId: null,
      authoredOn: TODAY,
      intent: 'order',
      words: ORDER_WORDS,
    });
    expect(result.draft).toEqual(order.requests);
    expect(run.exit).toBe(0);
  });
});
