/** Reviewed plans for tests, made without a review. Nothing outside the tests may do this. */

import { draftOrder } from '#lib/order/draft/draft-order.ts';
import type { OrderSetting } from '#lib/order/draft/draft-request.ts';
import { type FreshChart, recheckBeforeWrite } from '#lib/order/write/compare-chart.ts';
import type { RecordedAnswer, ReviewedPlan } from '#lib/review/reviewed-plan.ts';
import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { PRESETS, type PresetId, proposeRegimen } from '#lib/titration/propose-regimen.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import { AS_OF, planOf } from '../titration/regimens.ts';

export const IDENTIFIER = '7b1d3c52-5d0e-4a53-9f0c-0a3f6f1f2a11';

export const SETTING: OrderSetting = {
  identifier: IDENTIFIER,
  requester: { reference: 'Practitioner/p9', display: 'Dr Test Prescriber' },
  encounterId: 'e1',
  authoredOn: '2026-03-02T09:30:00Z',
  intent: 'order',
  words: ORDER_WORDS,
};

const ASKED = {
  code: 'other-opioid-sources',
  facts: {
    leftovers: [],
    monitoringRecord: { kind: 'state-program', names: ['PDMP'] },
    overTheCounter: [],
    asksPregnancy: false,
  },
} as const;

/** A change of the code brings its facts. */
export function finding(changes: Partial<Finding>): Finding {
  return {
    rule: 'R21',
    key: changes.rule ?? 'R21',
    severity: 'informs',
    code: 'no-alternative-recorded',
    facts: { pain: null, treatments: [] },
    sources: [],
    basis: ['painGuideline'],
    reasons: [],
    question: null,
    ...changes,
  } as Finding;
}

export function judgement(changes: Partial<Judgement> = {}): Judgement {
  return {
    asOf: AS_OF,
    timeZone: 'UTC',
    jurisdiction: 'US',
    patient: 'Patient/p1',
    opioid: { verdict: 'none-found', earliestStart: null, evidence: [] },
    findings: [
      finding({ rule: 'R09', severity: 'confirm', ...ASKED }),
      finding({ rule: 'R21', sources: ['Condition/fm1'] }),
    ],
    indication: {
      source: 'Condition/fm1',
      text: 'Fibromyalgia',
      coding: { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'M79.7', display: 'Fibromyalgia' },
      kind: 'fibromyalgia',
    },
    filler: null,
    avoid: [],
    devices: [],
    unseen: ['opioids from outside pharmacies'],
    ...changes,
  };
}

export const ANSWER: RecordedAnswer = {
  key: 'R09',
  question: finding({ rule: 'R09', severity: 'confirm', ...ASKED }),
  answer: { asked: { monitoringCheckedOn: AS_OF, notPregnant: false } },
  statedOn: AS_OF,
};

export function reviewed(
  plan: TitrationPlan,
  judged: Judgement = judgement(),
  answers: readonly RecordedAnswer[] = [ANSWER],
): ReviewedPlan {
  return { plan, judgement: judged, answers } as unknown as ReviewedPlan;
}

export function presetPlan(id: PresetId): TitrationPlan {
  return planOf(proposeRegimen(AS_OF, PRESETS[id]));
}

export function presetOrder(id: PresetId, setting: Partial<OrderSetting> = {}) {
  return draftOrder(reviewed(presetPlan(id)), { ...SETTING, ...setting });
}

/** A chart read again at `readAt` and found unchanged, as a write asks for it. */
export function freshChart(readAt: number): FreshChart {
  const recheck = recheckBeforeWrite(judgement(), judgement(), readAt);
  if (!('fresh' in recheck)) throw new Error('the chart did not change');
  return recheck.fresh;
}
