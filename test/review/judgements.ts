/** Judgements made by hand, so that review is tested on questions and not on charts. */

import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { Question } from '#lib/safety/question.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { RuleId, Severity } from '#lib/safety/rule-id.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { proposeRegimen } from '#lib/titration/propose-regimen.ts';
import { type Proposal, proposeTitration } from '#lib/titration/propose-titration.ts';

export const day = (text: string) => text as CalendarDate;
export const TODAY = day('2026-03-02');

export function finding(key: string, severity: Severity, more: Partial<Finding> = {}): Finding {
  const [rule = '', source] = key.split(':');
  return {
    rule: rule as RuleId,
    key,
    severity,
    code: 'no-medication-orders',
    facts: {},
    sources: source === undefined ? [] : [source],
    basis: [],
    reasons: severity === 'confirm' ? reasons('last-taken', 'not-taken', 'specialist-agrees') : [],
    question: severity === 'confirm' ? { kind: 'reason' } : null,
    ...more,
  } as Finding;
}

export function lastDose(more: Partial<Extract<Question, { kind: 'last-dose' }>> = {}): Question {
  return {
    kind: 'last-dose',
    washoutDays: 10,
    notBefore: null,
    handedOver: null,
    withoutDay: null,
    clearFrom: null,
    ...more,
  };
}

export const interview = (asksPregnancy = false): Question => ({
  kind: 'monitoring-and-interview',
  washoutDays: 14,
  monitoringRecord: { kind: 'state-program', names: ['PDMP'] },
  overTheCounter: [],
  asksPregnancy,
});

export function judgementOf(...findings: readonly Finding[]): Judgement {
  return {
    asOf: TODAY,
    timeZone: null,
    jurisdiction: 'US',
    patient: 'Patient/p1',
    opioid: { verdict: 'none-found', earliestStart: null, evidence: [] },
    findings,
    indication: null,
    filler: null,
    avoid: [],
    devices: [],
    unseen: [],
  };
}

/** The standard plan from that day; `limit` is the earliest start it was made under. */
export function planFrom(startDate: string, limit: string | null = null): Proposal {
  return proposeTitration(proposeRegimen(day(startDate)), {
    asOf: TODAY,
    earliestStart: limit === null ? null : day(limit),
  });
}
