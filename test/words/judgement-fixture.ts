/** Judgements made by hand for the tests of what is shown; no rule is run. */

import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { OpioidEvidence } from '#lib/safety/opioid-evidence.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';

export const day = (text: string) => text as CalendarDate;

export function opioidRow(change: Partial<OpioidEvidence> = {}): OpioidEvidence {
  return {
    source: 'MedicationRequest/m1',
    carriesOut: [],
    text: 'oxycodone 5 mg tablet',
    ingredients: ['oxycodone'],
    state: 'current',
    lastExposure: null,
    clearFrom: null,
    from: day('2025-12-01'),
    dateIsGuessed: false,
    because: [{ kind: 'recognised', from: 'name "oxycodone"' }],
    ...change,
  };
}

export const oxycodone: MedicationFact = {
  source: 'MedicationRequest/m1',
  words: 'oxycodone 5 mg tablet',
  day: day('2025-12-01'),
  kind: 'request',
  status: 'active',
  author: null,
  ingredients: [],
};

/** A change of the code brings its facts. */
export function finding(change: Partial<Finding> = {}): Finding {
  const current = {
    rule: 'R02',
    key: 'R02',
    severity: 'blocks',
    code: 'opioid-current',
    facts: {
      medication: oxycodone,
      ifLastToday: { washoutDays: 10, earliestStart: day('2026-03-13') },
    },
    sources: ['MedicationRequest/m1'],
    basis: ['labelContraindications'],
    reasons: [],
    question: null,
    ...change,
  };
  return current as Finding;
}

export function judgement(change: Partial<Judgement> = {}): Judgement {
  return {
    asOf: day('2026-03-02'),
    timeZone: 'UTC',
    jurisdiction: 'US',
    patient: 'Patient/p1',
    opioid: { verdict: 'none-found', earliestStart: null, evidence: [] },
    findings: [],
    indication: null,
    filler: null,
    avoid: [],
    devices: [],
    unseen: [],
    ...change,
  };
}
