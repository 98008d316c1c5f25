/** An answer that promises something does it, through the command line as on the screens; no text does anything. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessChart } from '#lib/assess/assess-chart.ts';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { readRegimen } from '#lib/titration/read-regimen.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import {
  concept,
  condition,
  dispense,
  ICD10,
  LOINC,
  naproxen,
  observation,
  other,
  patient,
  type Resource,
  TODAY,
} from '../safety/judged.ts';

const ASKED = { R09: { reason: 'monitoring-checked' } };
const fibromyalgia = condition('fm', concept(ICD10, 'M79.7', 'Fibromyalgia'));

interface Answered {
  readonly outcome: string;
  readonly plan: { readonly phases: readonly { from: string; doseMg: number }[] } | null;
  readonly draft:
    | readonly {
        dosageInstruction: { text: string; patientInstruction?: string }[];
        note: { text: string }[];
      }[]
    | null;
  readonly findings: readonly {
    key: string;
    message: string;
    reasons?: readonly { id: string; text: string }[];
  }[];
}

function assess(
  rows: readonly Resource[],
  answers: Readonly<Record<string, { reason: string; lastDose?: CalendarDate }>>,
  regimen: object = {},
): Answered {
  const entry = [patient(), naproxen, fibromyalgia, ...rows].map((resource) => ({ resource }));
  const read = readBundle({ resourceType: 'Bundle', type: 'collection', entry });
  const readPlan = readRegimen(regimen, TODAY);
  if ('refused' in read || 'refused' in readPlan) throw new Error('refused');
  const written = Object.keys(regimen);
  return assessChart(wordsFor('en'), read.chart, {
    asOf: TODAY,
    timeZone: 'Europe/London',
    requester: null,
    regimen: readPlan.regimen,
    leftOpen: {
      startDate: !written.includes('startDate'),
      filler: true,
      schedule: !written.includes('startMg'),
    },
    answers: { ...ASKED, ...answers },
    recognise: installedRecogniser().recognise,
    absentTables: [],
    draftIdentifier: '00000000-0000-4000-8000-000000000000',
  }).result as unknown as Answered;
}

const firstNight = ({ plan }: Answered) => plan?.phases[0]?.from;
const operation = (day: string, id = 'op') =>
  other('Appointment', id, {
    status: 'booked',
    description: 'Inguinal hernia repair',
    start: day,
    participant: [{ actor: { reference: 'Patient/p1' } }],
  });
const kidney = observation('egfr', concept(LOINC, '98979-8', 'eGFR'), '2026-02-20', {
  valueQuantity: { value: 22, unit: 'mL/min/{1.73_m2}' },
});
const handOver = dispense('d', 'oxycodone 5 mg tablet', '2026-02-25');

describe('an operation on 16-Mar-2026', () => {
  test('"starts after it" moves the first night to the day after', () => {
    const answered = assess([operation('2026-03-16')], { R19: { reason: 'starts-after' } });
    expect(answered.outcome).toBe('draft');
    expect(firstNight(answered)).toBe('2026-03-17');
    expect(answered.draft?.[0]?.dosageInstruction[0]?.text).toContain('not before 17-Mar-2026');
  });

  test('"starts after it" refuses an earlier plan', () => {
    const early = assess(
      [operation('2026-03-16')],
      { R19: { reason: 'starts-after' } },
      { startDate: '2026-03-10' },
    );
    expect(early.outcome).toBe('blocked');
    expect(early.findings[0]?.message).toContain('2026-03-17');
  });

  test('hold 72 hours puts the date into the order, on its last step, and into its note', () => {
    const answered = assess([operation('2026-03-16')], { R19: { reason: 'hold-72-hours' } });
    expect(firstNight(answered)).toBe(TODAY);
    const dates = 'no dose from the night of 13-Mar-2026 until after the operation of 16-Mar-2026';
    expect(answered.draft?.[0]?.dosageInstruction.at(-1)?.text).toContain(dates);
    expect(answered.draft?.[0]?.note.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(`^HOLD: ${dates}`),
    );
  });

  test('a plan cannot begin within the hold', () => {
    const within = assess(
      [operation('2026-03-16')],
      { R19: { reason: 'hold-72-hours' } },
      { startDate: '2026-03-14' },
    );
    expect(within.outcome).toBe('blocked');
    expect(within.findings[0]?.message).toContain('to be held');
  });

  test('begun after one operation and held for the next, it begins after both where no night is left between', () => {
    const answered = assess([operation('2026-03-16', 'a'), operation('2026-03-19', 'b')], {
      'R19:Appointment/a': { reason: 'starts-after' },
      'R19:Appointment/b': { reason: 'hold-72-hours' },
    });
    expect(firstNight(answered)).toBe('2026-03-20');
    expect(JSON.stringify(answered.draft)).not.toContain('HOLD');
  });

  test('many operations do not make an order too long', () => {
    const days = Array.from({ length: 12 }, (_, index) => `2026-03-${String(10 + index).padStart(2, '0')}`);
    const answers = Object.fromEntries(
      days.map((_, index) => [`R19:Appointment/a${index}`, { reason: 'hold-72-hours' }]),
    );
    expect(
      assess(
        days.map((day, index) => operation(day, `a${index}`)),
        answers,
      ).outcome,
    ).toBe('draft');
  });

  test.each(['starts after it', 'Will hold LDN 72 hours or more before it', 'no'])(
    '"%s", typed, does nothing',
    (reason) => {
      const answered = assess([operation('2026-03-16')], { R19: { reason } });
      expect(firstNight(answered)).toBe(TODAY);
      expect(answered.draft?.[0]?.dosageInstruction[0]?.text).not.toContain('13-Mar');
    },
  );
});

describe('slower titration', () => {
  test('sets the gentle plan', () => {
    const { plan } = assess([kidney], { R16: { reason: 'slower-titration' } });
    expect(plan?.phases.map(({ doseMg }) => doseMg)).toEqual([0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5]);
    expect(assess([kidney], { R16: { reason: 'kidney-stable' } }).plan?.phases).toHaveLength(3);
  });

  test('refuses a plan that is no slower than the standard, and takes one that is', () => {
    const answers = { R16: { reason: 'slower-titration' } };
    expect(assess([kidney], answers, { startMg: 1.5 }).outcome).toBe('blocked');
    expect(
      assess([kidney], answers, { startMg: 0.5, stepMg: 1.5, intervalDays: 7, strengthsMg: [0.5, 1] })
        .outcome,
    ).toBe('blocked');
    expect(
      assess([kidney], answers, {
        startMg: 0.5,
        stepMg: 1,
        intervalDays: 14,
        ceilingMg: 3.5,
        strengthsMg: [0.5, 1],
      }).outcome,
    ).toBe('draft');
  });
});

describe('a supply handed over on 25-Feb-2026', () => {
  test('bounds the first night until it is chosen that none was taken', () => {
    const lastDose = '2026-01-01' as CalendarDate;
    const starts = (reason: string) => firstNight(assess([handOver], { R06: { reason, lastDose } }));
    expect(starts('last-taken')).toBe('2026-03-08');
    expect(starts('not-taken')).toBe(TODAY);
    expect(starts('Not taken: never used, or returned')).toBe('2026-03-08');
  });

  test('a reason that needs the day of the last dose settles nothing without it', () => {
    expect(assess([handOver], { R06: { reason: 'last-taken' } }).outcome).toBe('needs-confirmation');
  });
});

test('no text in an answer changes a date, a dose or a hold', () => {
  const rows = [handOver, operation('2026-03-16'), kidney];
  const plain = assess(rows, { R06: { reason: 'x' }, R19: { reason: 'x' }, R16: { reason: 'x' } });
  const offered = plain.findings.flatMap(({ reasons = [] }) => reasons.map(({ text }) => text));
  const typed = fc.oneof(
    fc.string({ minLength: 1 }).filter((text) => !/^[a-z0-9-]+$/.test(text)),
    fc.constantFrom(...offered, 'never used', 'liftsHandOver', 'Not-Taken', ' not-taken', '2026-01-01'),
  );
  fc.assert(
    fc.property(typed, typed, typed, (one, two, three) => {
      const answered = assess(rows, { R06: { reason: one }, R19: { reason: two }, R16: { reason: three } });
      if ([one, two, three].every((text) => text.trim() !== '')) expect(answered.plan).toEqual(plain.plan);
      expect(JSON.stringify(answered.draft)).not.toContain('HOLD: no dose');
    }),
    { seed: 37, numRuns: 60 },
  );
});
