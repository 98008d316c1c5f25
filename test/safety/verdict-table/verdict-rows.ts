/** Rows of the verdict table: what each record of an opioid means. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import type { OpioidState, OpioidVerdict } from '#lib/safety/opioid-evidence.ts';
import {
  type HowJudged,
  judge,
  naproxen,
  order,
  type Resource,
  raised,
  supply,
  tramadol,
} from '../judged.ts';

interface Row {
  readonly name: string;
  readonly rows: readonly Resource[];
  readonly verdict: OpioidVerdict;
  /** State, last exposure and clear day of the first opioid row. */
  readonly state?: OpioidState | undefined;
  readonly last?: string | null;
  readonly clear?: string | null;
  /** Every opioid rule raised (R01-R08). */
  readonly raises?: readonly string[];
  readonly how?: HowJudged;
}

/** One test a row. */
export function check(rows: readonly Row[]) {
  test.each(rows)('$name', ({ rows, verdict, state, last, clear, raises, how }) => {
    const judgement = judge([naproxen, ...rows], how);
    expect(judgement.opioid.verdict).toBe(verdict);
    const [first] = judgement.opioid.evidence;
    if (state !== undefined) expect(first?.state).toBe(state);
    if (last !== undefined) expect(first?.lastExposure).toBe(last);
    if (clear !== undefined) expect(first?.clearFrom).toBe(clear);
    if (raises !== undefined) expect(raised(judgement).filter((rule) => rule < 'R08 z')).toEqual(raises);
  });
}

export const week = supply(7);
export const ended = (authoredOn: string, overrides: Readonly<Record<string, unknown>> = {}) =>
  order('t', tramadol, { status: 'completed', authoredOn, ...week, ...overrides });
export const bounds = (repeat: object) => ({ dosageInstruction: [{ timing: { repeat } }] });
export const forOrder = { authorizingPrescription: [{ reference: 'MedicationRequest/t' }] };
export const givenFor = { request: { reference: 'MedicationRequest/t' } };
