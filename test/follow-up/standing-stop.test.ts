import { describe, expect, test } from 'vitest';
import { isOpioidNotExcluded, standingStop } from '#lib/follow-up/standing-stop.ts';
import { opioidNotExcluded, STANDING_STOP } from '#lib/words/en/standing-stop.ts';
import { finding, judgement } from '../words/judgement-fixture.ts';

const OWN = new Set(['MedicationRequest/own']);
const opioid = finding();
const present = judgement({
  opioid: { verdict: 'present', earliestStart: null, evidence: [] },
  findings: [opioid],
});
const pregnant = judgement({
  findings: [finding({ rule: 'R10', key: 'R10', code: 'pregnant', facts: { signs: [] } })],
});
const ownOrder = ['R12', 'R13'].map((rule) =>
  finding({ rule: rule as 'R12' | 'R13', key: rule, sources: ['MedicationRequest/own'] as never }),
);

describe('an opioid that came after an order of this app', () => {
  test('holds the drug and calls the patient today, where the order was signed', () => {
    for (const state of ['signed', 'on-hold', 'completed', 'not-read'] as const) {
      const stop = standingStop(present, state, OWN);
      expect(stop?.kind).toBe('opioid');
      expect(stop?.because).toHaveLength(1);
    }
  });

  test('keeps a draft from being signed', () => {
    expect(standingStop(present, 'draft', OWN)?.kind).toBe('unsigned');
    expect(STANDING_STOP.unsigned.steps.join(' ')).toContain('Do not sign');
    expect(STANDING_STOP.opioid.steps.join(' ')).toContain('contact the patient today');
  });

  test('says nothing of an order that is over', () => {
    for (const state of ['cancelled', 'stopped', 'entered-in-error', 'gone'] as const) {
      expect(standingStop(present, state, OWN)).toBeNull();
      expect(isOpioidNotExcluded(present, state)).toBe(false);
    }
  });
});

describe('another check that blocks today', () => {
  test('is said of a draft and of a signed order', () => {
    expect(standingStop(pregnant, 'draft', OWN)?.because.map(({ rule }) => rule)).toEqual(['R10']);
    expect(standingStop(pregnant, 'signed', OWN)?.kind).toBe('other');
  });

  test('is not the order itself, which forbids no more than a second one', () => {
    expect(standingStop(judgement({ findings: ownOrder }), 'signed', OWN)).toBeNull();
    const another = judgement({ findings: ownOrder });
    expect(standingStop(another, 'signed', new Set())?.because).toHaveLength(2);
  });
});

test('where opioids are not excluded it is said, though nothing blocks', () => {
  const unsure = judgement({ opioid: { verdict: 'cannot-tell', earliestStart: null, evidence: [] } });
  expect(standingStop(unsure, 'signed', OWN)).toBeNull();
  expect(isOpioidNotExcluded(unsure, 'signed')).toBe(true);
  expect(opioidNotExcluded(false)).toContain('before the next step');
  expect(opioidNotExcluded(true)).toContain('before it is signed');
  expect(isOpioidNotExcluded(judgement(), 'signed')).toBe(false);
});
