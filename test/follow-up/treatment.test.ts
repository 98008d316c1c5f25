import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doseNow } from '#lib/follow-up/dose-now.ts';
import type { FollowUpAnswers } from '#lib/follow-up/follow-up-answers.ts';
import { judgeResponse } from '#lib/follow-up/judge-response.ts';
import { choicesAt } from '#lib/follow-up/other-outcomes.ts';
import { OUTCOMES } from '#lib/follow-up/response.ts';
import { treatmentOf } from '#lib/follow-up/treatment.ts';
import { addDays } from '#lib/time/calendar-date.ts';
import { responseHeadline } from '#lib/words/en/response.ts';
import { finding, judgementOf } from '../review/judgements.ts';
import { NOTHING_SAID, painNow, TODAY, titration, visit } from './visits.ts';

const ago = (days: number) => addDays(TODAY, -days);
const STANDARD = '1.5x14 3x14 4.5x28';

function treated(...own: Parameters<typeof treatmentOf>[0]['own']) {
  const treatment = treatmentOf({ own, elsewhere: [] }, NOTHING_SAID, TODAY);
  if ('why' in treatment) throw new Error(treatment.why);
  return treatment;
}

describe('orders of this app as one treatment', () => {
  test('the dose is that of the last night, not of tonight', () => {
    expect(doseNow(treated(titration(STANDARD, ago(14))), TODAY)).toMatchObject({ dose: 1500, nights: 14 });
    expect(doseNow(treated(titration(STANDARD, ago(15))), TODAY)).toMatchObject({ dose: 3000, nights: 1 });
    expect(doseNow(treated(titration(STANDARD, TODAY)), TODAY)).toBeNull();
  });

  test('a maintenance order goes on from the titration before it: one treatment, its nights added', () => {
    const treatment = treated(
      titration(STANDARD, ago(86), { state: 'completed' }),
      titration('4.5x90', ago(30), { id: '2' }),
    );
    expect(treatment.begins).toBe(ago(86));
    expect(treatment.orders).toEqual(['MedicationRequest/2']);
    expect(doseNow(treatment, TODAY)).toMatchObject({ dose: 4500, nights: 58 });
  });

  test('after more than two weeks without an order it is another treatment', () => {
    const apart = (days: number) =>
      treated(
        titration('1.5x14', ago(100), { state: 'completed' }),
        titration('1.5x14', addDays(ago(100), 14 + days), { id: '2' }),
      ).begins;
    expect(apart(14)).toBe(ago(100));
    expect(apart(15)).toBe(ago(71));
  });

  test('two orders in the same nights: nobody can say which dose is taken', () => {
    const both = [titration(STANDARD, ago(20)), titration('4.5x90', ago(5), { id: '2' })];
    const response = judgeResponse(visit({ orders: { own: both, elsewhere: [] }, scores: [painNow(8, 30)] }));
    expect(response).toMatchObject({ outcome: 'cannot-tell', row: 'two-orders', draft: null });
    expect(response.facts.orders).toEqual(['MedicationRequest/1', 'MedicationRequest/2']);
  });

  test('one that ends where the next begins is no second one', () => {
    const own = [
      titration(STANDARD, ago(60), { state: 'completed' }),
      titration('4.5x90', ago(4), { id: '2' }),
    ];
    expect(treated(...own).overlapping).toEqual([]);
  });

  test('an order that somebody ended is history and gives nothing', () => {
    const stopped = titration(STANDARD, ago(20), { state: 'stopped' });
    expect(treatmentOf({ own: [stopped], elsewhere: [] }, NOTHING_SAID, TODAY)).toEqual({ why: 'no-order' });
  });

  test('a draft, an order on hold and one nobody can read are no treatment', () => {
    const why = (state: 'draft' | 'on-hold' | 'not-read') =>
      treatmentOf({ own: [titration(STANDARD, ago(20), { state })], elsewhere: [] }, NOTHING_SAID, TODAY);
    expect(why('draft')).toMatchObject({ why: 'not-signed' });
    expect(why('on-hold')).toMatchObject({ why: 'on-hold' });
    expect(why('not-read')).toMatchObject({ why: 'not-read' });
  });
});

describe('somebody else gives low-dose naltrexone', () => {
  const elsewhere = { source: 'MedicationRequest/9', dose: 3000, from: ago(40), to: null, isCurrent: true };

  test('its dose and its days are the treatment', () => {
    const treatment = treatmentOf({ own: [], elsewhere: [elsewhere] }, NOTHING_SAID, TODAY);
    expect(treatment).toMatchObject({ origin: 'elsewhere', begins: ago(40), lastNight: null });
  });

  test('what the chart leaves open is asked', () => {
    const asked = (one: object, answers: object = {}) =>
      treatmentOf({ own: [], elsewhere: [{ ...elsewhere, ...one }] }, { ...NOTHING_SAID, ...answers }, TODAY);
    expect(asked({ dose: null })).toMatchObject({ why: 'no-dose' });
    expect(asked({ from: null })).toMatchObject({ why: 'no-first-night' });
    expect(asked({ dose: null }, { dose: 1500 })).toMatchObject({ origin: 'elsewhere' });
  });
});

test('an answer that says otherwise than the order counts, and is told', () => {
  const response = judgeResponse(
    visit({
      orders: { own: [titration(STANDARD, ago(35))], elsewhere: [] },
      answers: {
        dose: 3000,
        nightsAtDose: 21,
        firstNight: ago(35),
        score: { measure: 'pain-now', value: 4 },
        baseline: 8,
      },
    }),
  );
  expect(response).toMatchObject({ outcome: 'stay', dose: 3000 });
  expect(response.contradictions).toEqual([
    { what: 'dose', answered: 3000, ordered: 4500 },
    { what: 'nights-at-dose', answered: 21, ordered: 7 },
  ]);
});

test('a score that is still to come is waited for until a score can speak, not until week 12', () => {
  const weekly = titration('0.5x7 1x7 1.5x7 2x35', ago(7));
  const response = judgeResponse(
    visit({ orders: { own: [weekly], elsewhere: [] }, answers: { baseline: 8 } }),
  );
  expect(response).toMatchObject({
    row: 'too-early',
    facts: { reviewOn: addDays(TODAY, 3), orderRuns: null, orderSteps: { dose: 1000, from: TODAY } },
  });
});

test.each([
  ['a step every week comes before a score can speak, and is told', '0.5x7 1x7 1.5x42', 6, 1],
  ['a step every two weeks comes after it', '0.5x14 1x14 1.5x28', 6, null],
])('%s', (_, steps, nights, inDays) => {
  const own = [titration(steps, ago(nights))];
  const response = judgeResponse(visit({ orders: { own, elsewhere: [] }, answers: { baseline: 8 } }));
  expect(response).toMatchObject({ outcome: 'wait', dose: 500 });
  expect(response.facts.orderSteps).toEqual(
    inDays === null ? null : { dose: 1000, from: addDays(TODAY, inDays) },
  );
  expect(responseHeadline(response).includes('as ordered, 0.5 mg and from')).toBe(inDays !== null);
});

test.each([
  ['lower', { effects: 'troublesome' }],
  ['restart', { effects: 'none', missedNights: 21 }],
] as const)(
  '%s: no draft while the order runs at its dose, not even in its last night',
  (outcome, answers) => {
    const at = (nights: number) =>
      judgeResponse(visit({ orders: { own: [titration(STANDARD, ago(nights))], elsewhere: [] }, answers }));
    expect(at(55)).toMatchObject({
      outcome,
      draft: null,
      facts: { orderRuns: { lastNight: TODAY, draftFrom: null } },
    });
    expect(at(56)).toMatchObject({ outcome, facts: { orderRuns: null } });
    expect(at(56).draft?.firstNight).toBe(TODAY);
  },
);

describe('scores', () => {
  const at = (changes: Parameters<typeof visit>[0]) =>
    judgeResponse(visit({ orders: { own: [titration(STANDARD, ago(56))], elsewhere: [] }, ...changes }));
  const peg = (score: number, daysAgo: number) => ({ ...painNow(score, daysAgo), measure: 'peg' as const });

  test('a baseline of the chart lies within 56 days before the first night', () => {
    expect(at({ scores: [painNow(4, 2), painNow(8, 112)] }).facts.baseline?.score).toBe(8);
    expect(at({ scores: [painNow(4, 2), painNow(8, 113)] })).toMatchObject({ row: 'no-scores' });
  });

  test('the worst of what the chart has and what was asked is the baseline', () => {
    const asked = (baseline: number) =>
      at({ scores: [painNow(4, 2), painNow(7, 60)], answers: { baseline } });
    expect(asked(9).facts.baseline).toEqual({ score: 9, day: null, source: null });
    expect(asked(5).facts.baseline?.score).toBe(7);
  });

  test('two measures are never compared', () => {
    expect(at({ scores: [peg(3, 2), painNow(8, 60)] })).toMatchObject({ row: 'no-scores', draft: null });
    expect(at({ scores: [peg(3, 2), painNow(4, 3), painNow(8, 60)] }).facts).toMatchObject({
      measure: 'pain-now',
      reliefPercent: 50,
    });
    const answers = { score: { measure: 'peg', items: [3, 3, 3] } } as const;
    expect(at({ scores: [painNow(8, 60)], answers }).row).toBe('no-scores');
  });

  test('one that was taken while an opioid may have been taken is no baseline', () => {
    const { judgement } = visit();
    const evidence = { lastExposure: ago(58), from: ago(70), source: 'MedicationRequest/5' } as never;
    const opioid = { ...judgement.opioid, evidence: [evidence] };
    const response = at({ scores: [painNow(4, 2), painNow(8, 60)], judgement: { ...judgement, opioid } });
    expect(response).toMatchObject({ row: 'no-scores', draft: null });
    expect(response.facts.baselineBesideOpioid?.score).toBe(8);
  });

  test('higher is worse: a score that rises is never relief', () => {
    expect(at({ scores: [painNow(8, 2), painNow(4, 60)] }).facts.reliefPercent).toBe(-100);
  });
});

describe('whatever is answered', () => {
  const score = fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10);
  const answers = fc.record({
    effects: fc.constantFrom('none', 'mild', 'troublesome', 'alarming') as fc.Arbitrary<'none'>,
    dose: fc.integer({ min: 2, max: 18 }).map((quarters) => quarters * 250),
    nightsAtDose: fc.integer({ min: 0, max: 120 }),
    missedNights: fc.option(fc.integer({ min: 0, max: 40 })),
    baseline: fc.option(score),
    score: fc.option(score.map((value) => ({ measure: 'pain-now', value }) as const)),
    change: fc.option(fc.constantFrom('much-improved', 'improved', 'same', 'worse')) as fc.Arbitrary<null>,
    days: fc.integer({ min: 0, max: 200 }),
  });
  const at = ({ days, ...said }: { days: number } & Partial<FollowUpAnswers>, daysLater = 0) => {
    const today = addDays(TODAY, daysLater);
    const made = visit({ answers: { ...said, firstNight: addDays(today, -days) } });
    return judgeResponse({ ...made, judgement: { ...made.judgement, asOf: today } });
  };

  test('no outcome gives more than 4.5 mg, or more than a step above what is taken', () => {
    fc.assert(
      fc.property(answers, (said) => {
        const { dose, draft, outcome } = at(said);
        for (const given of [dose ?? 0, draft?.dose ?? 0]) {
          expect(given).toBeLessThanOrEqual(4500);
          expect(given).toBeLessThanOrEqual(outcome === 'restart' ? 1500 : said.dose + 1500);
        }
        if (draft?.kind === 'maintenance' || draft?.kind === 'stay')
          expect(draft.dose).toBeLessThanOrEqual(said.dose);
      }),
    );
  });

  test('a worse score never gives a higher maintenance, and never turns a wait into a maintenance', () => {
    fc.assert(
      fc.property(answers, score, (said, other) => {
        fc.pre(said.score !== null);
        const values = [said.score?.value ?? 0, other].sort((a, b) => a - b);
        const [better, worse] = values.map((value) => at({ ...said, score: { measure: 'pain-now', value } }));
        if (worse?.outcome === 'stay') expect(better?.outcome).toBe('stay');
      }),
    );
  });

  test('an opioid, a block or an unread part never ends in a draft, whatever else is chosen', () => {
    const block = fc.constantFrom('R01', 'R02', 'R03', 'R04', 'R05', 'R10', 'R15', 'R17', 'R18', 'R26');
    const chosen = fc.constantFrom(...OUTCOMES).map((outcome) => ({ outcome, reason: 'because' }));
    fc.assert(
      fc.property(answers, fc.array(block, { minLength: 1 }), fc.option(chosen), (said, blocks, other) => {
        const { days, ...given } = said;
        const judgement = judgementOf(...blocks.map((rule) => finding(rule, 'blocks')));
        const made = visit({ judgement, answers: { ...given, firstNight: ago(days) } });
        const response = judgeResponse(made, other);
        expect(response.draft).toBeNull();
        expect(['stop', 'cannot-tell']).toContain(response.outcome);
      }),
    );
  });

  test('a prescriber may choose otherwise, and never more than a step or than 4.5 mg', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...OUTCOMES), ({ days, ...given }, outcome) => {
        const made = visit({ answers: { ...given, firstNight: ago(days) } });
        const response = judgeResponse(made, { outcome, reason: 'because' });
        const mayChoose = choicesAt(made).includes(outcome);
        expect(response.insteadOf === null).toBe(!mayChoose);
        if (mayChoose) expect(response.outcome).toBe(outcome);
        if (response.outcome !== 'restart')
          expect(response.draft?.dose ?? 0).toBeLessThanOrEqual(Math.min(given.dose + 1500, 4500));
      }),
    );
  });

  test('all days moved move the answer, and nothing else', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: -900, max: 900 }), (said, shift) => {
        const [one, other] = [at(said), at(said, shift)];
        const moved = (on: string | null) => (on === null ? null : addDays(on as never, shift));
        expect([other.outcome, other.row, other.dose, other.draft?.kind, other.draft?.days]).toEqual([
          one.outcome,
          one.row,
          one.dose,
          one.draft?.kind,
          one.draft?.days,
        ]);
        expect(other.facts.reviewOn).toBe(moved(one.facts.reviewOn));
        expect(other.draft?.firstNight ?? null).toBe(moved(one.draft?.firstNight ?? null));
      }),
    );
  });
});
