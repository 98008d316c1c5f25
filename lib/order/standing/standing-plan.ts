/**
 * A titration written earlier: its steps and nights as the EHR holds them now, never as they were sent. An order carries nights, and its
 * own first night.
 */

import { Fields, isObject } from '#lib/fhir/fields.ts';
import { NALTREXONE_50_MG_TABLET } from '#lib/order/draft/draft-shape.ts';
import type { SaidInSteps } from '#lib/order/draft/order-words.ts';
import { strengthNamed, titrationNamed } from '#lib/order/draft/own-identifier.ts';
import { amountIn } from '#lib/order/verify/field-value.ts';
import type { StoredDraft } from '#lib/order/verify/read-back.ts';
import { drugOf, firstNightsOf, identifierOf, stepsInAllOf } from '#lib/order/verify/stored-request.ts';
import type { PatientDrafts } from '#lib/order/write/draft-journal.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { micrograms } from '#lib/titration/dose-levels.ts';
import type { Preparation } from '#lib/titration/regimen.ts';
import { CEILING } from '#lib/titration/regimen-limits.ts';
import { type DraftState, draftState, foremost, isStanding } from './draft-state.ts';
import type { OrderedPlan, OrderedStep } from './ordered-plan.ts';
import { rememberedPlan } from './own-drafts.ts';
import { nightsIn, type StoredStep, storedSteps, type UnreadSteps } from './standing-steps.ts';

/** The orders of one titration, one a strength. */
export interface OrderedTitration {
  /** Where its orders stand, one a strength: "MedicationRequest/1". */
  readonly orders: readonly string[];
  /** With several orders: the state of the one that is most likely still to reach the patient. */
  readonly state: DraftState;
  readonly plan: OrderedPlan | UnreadSteps;
}

/** What stored orders are read with. */
interface OrderReading {
  /** In the app's language. An order whose text is ours and says something else than its structure is not read. */
  readonly said: SaidInSteps;
  /** Knows the first night of orders that an earlier version of this app wrote without one. */
  readonly journal: PatientDrafts | null;
}

/** The titrations these orders belong to, by the identifier of this app; an order without it stands alone. */
export function orderedTitrations(
  orders: readonly StoredDraft[],
  reading: OrderReading,
): readonly OrderedTitration[] {
  return inTitrations(orders).map((group) => ({
    orders: group.flatMap(({ location }) => location ?? []),
    state: foremost(group.map(draftState)),
    plan: isMixed(group) ? { why: 'states', step: null } : orderedPlan(group, reading),
  }));
}

/** Orders of one titration of which some stand and others do not, or not yet: one strength alone gives other doses than planned. */
export function areMixed(orders: readonly StoredDraft[]): boolean {
  return inTitrations(orders).some((group) => isMixed(group) && isStanding(foremost(group.map(draftState))));
}

function inTitrations(orders: readonly StoredDraft[]): readonly (readonly StoredDraft[])[] {
  return [...Map.groupBy(orders, (order) => titrationOf(order) ?? order).values()];
}

function isMixed(group: readonly StoredDraft[]): boolean {
  return new Set(group.map(draftState)).size > 1;
}

function titrationOf({ resource }: StoredDraft): string | null {
  const value = isObject(resource) ? identifierOf(new Fields(resource, [])) : null;
  return value && titrationNamed(value);
}

/** All orders of one titration, read as one: what each adds to a night is summed. */
export function orderedPlan(
  orders: readonly StoredDraft[],
  { said, journal }: OrderReading,
): OrderedPlan | UnreadSteps {
  const requests = orders.flatMap(({ resource }) => (isObject(resource) ? new Fields(resource, []) : []));
  const [first] = requests;
  if (first === undefined || requests.length < orders.length) return { why: 'not-read', step: null };
  if (!areAllStrengths(requests)) return { why: 'strengths', step: null };
  if (requests.some((request) => !/naltrexone/i.test(drugOf(request) ?? '')))
    return { why: 'drug', step: null };
  if (requests.some(namesAnotherStrength)) return { why: 'drug', step: null };

  const parts: StoredStep[] = [];
  for (const request of requests) {
    const steps = storedSteps(request, said);
    if ('why' in steps) return steps;
    parts.push(...steps);
  }
  const steps = inSequence(parts);
  if ('why' in steps) return steps;
  const nights = steps.reduce((sum, step) => sum + step.nights, 0);
  if (requests.some((request) => !suppliesItsNights(request, steps, nights)))
    return { why: 'supply', step: null };
  if (requests.map(stepsInAllOf).some((inAll) => inAll !== null && inAll !== steps.length))
    return { why: 'numbering', step: null };
  const named = requests.flatMap((request) => beginningsOf(request, steps));
  const kept = () => orders.flatMap((order) => rememberedPlan(order, journal)?.regimen.startDate ?? []);
  const begins = theOne(named.length > 0 ? named : kept());
  return { steps, nights, begins, preparation: preparationOf(first) };
}

/** One order of a titration in one strength, or orders of different strengths: the same order twice is no second part of a dose. */
function areAllStrengths(requests: readonly Fields[]): boolean {
  const values = requests.map((request) => identifierOf(request) ?? '');
  return requests.length === 1
    ? strengthNamed(values[0] ?? '') === null
    : new Set(values).size === values.length;
}

/** A tablet of 50 mg beside dosages that count no millilitres is the marketed drug, not ours. */
function namesAnotherStrength(request: Fields): boolean {
  const [, strength] = /(?<![\d.])([\d.]{1,12}) ?mg\b/i.exec(drugOf(request) ?? '') ?? [];
  if (strength === undefined || micrograms(Number(strength)) <= CEILING) return false;
  return !request.objects('dosageInstruction').every((dosage) => /\bmL\b/.test(dosage.text('text') ?? ''));
}

/** The tablet is dispensed for the liquid alone. */
function preparationOf(request: Fields): Preparation {
  const codings = request.concept('medicationCodeableConcept')?.codings ?? [];
  return codings.some(({ code }) => code === NALTREXONE_50_MG_TABLET) ? 'liquid' : 'capsules';
}

function inSequence(parts: readonly StoredStep[]): readonly OrderedStep[] | UnreadSteps {
  const bySequence = Map.groupBy(parts, ({ sequence }) => sequence);
  const steps: OrderedStep[] = [];
  for (let sequence = 1; sequence <= bySequence.size; sequence += 1) {
    const together = bySequence.get(sequence);
    const nights = together?.[0]?.nights;
    if (together === undefined || nights === undefined) return { why: 'numbering', step: null };
    if (together.some((part) => part.nights !== nights)) return { why: 'strengths', step: sequence };
    const dose = together.reduce((sum, part) => sum + part.dose, 0);
    if (dose > CEILING) return { why: 'above-ceiling', step: sequence };
    const before = steps.at(-1)?.lastNight ?? 0;
    steps.push({ sequence, dose, nights, firstNight: before + 1, lastNight: before + nights });
  }
  return steps;
}

/** The days of supply are the nights of this order; of one that an earlier version of this app wrote, those of the whole titration. */
function suppliesItsNights(request: Fields, steps: readonly OrderedStep[], inAll: number): boolean {
  const supply = amountIn(request.object('dispenseRequest'), 'expectedSupplyDuration');
  if (supply === null) return true;
  const sequences = new Set(sequencesOf(request));
  const own = steps.reduce((sum, step) => sum + (sequences.has(step.sequence) ? step.nights : 0), 0);
  return [own, inAll].includes(nightsIn(supply) ?? 0);
}

function sequencesOf(request: Fields): readonly number[] {
  return request.objects('dosageInstruction').map((dosage) => dosage.number('sequence') ?? 1);
}

/** The first night of the titration, counted back from each first night this order names; null for one that is no day. */
function beginningsOf(request: Fields, steps: readonly OrderedStep[]): (CalendarDate | null)[] {
  const own = steps.find(({ sequence }) => sequence === Math.min(...sequencesOf(request)));
  return firstNightsOf(request).map((night) =>
    night === null || own === undefined ? null : addDays(night, 1 - own.firstNight),
  );
}

/** Null where there is none, or more than one. */
function theOne(days: readonly (CalendarDate | null)[]): CalendarDate | null {
  const [day = null, ...others] = new Set(days);
  return others.length > 0 ? null : day;
}
