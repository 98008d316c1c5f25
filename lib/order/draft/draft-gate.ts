/** The last gate before the network. Trusts nothing that was computed before: shape, doses, nights, quantities and texts are worked out again. */

import { addDays } from '#lib/time/calendar-date.ts';
import { micrograms } from '#lib/titration/dose-levels.ts';
import { fillBottles } from '#lib/titration/liquid-batches.ts';
import {
  CEILING,
  LIQUID_GRAIN,
  LONGEST_DAYS,
  MICROGRAMS_PER_TENTH_ML,
} from '#lib/titration/regimen-limits.ts';
import {
  type CapsuleDraft,
  type DraftDosage,
  type DraftRequest,
  draftRequest,
  type LiquidDraft,
} from './draft-shape.ts';
import { joinedText, LONGEST_JOINED } from './joined-text.ts';
import { holdsWords, type OrderWords, type SaidInSteps } from './order-words.ts';

export type GateWords = Pick<OrderWords, 'said' | 'capsuleName' | 'requesterToBeSet'>;

/** What is wrong with one step of one order. */
export type StepFault = 'dose' | 'nights-text' | 'dose-text' | 'capsules' | 'volume' | 'first-night-text';

/** What is wrong with an order, or with the orders of one titration together. */
export type OrderFault =
  | 'no-order'
  | 'shape'
  | 'last-sentence'
  | 'course'
  | 'joined-text'
  | 'drug-name'
  | 'requester'
  | 'capsule-quantity'
  | 'tablet-quantity'
  | 'warning'
  | 'patient-or-prescriber'
  | 'group'
  | 'identifier'
  | 'above-ceiling'
  | 'doses-not-rising'
  | 'step-missing'
  | 'nights-differ'
  | 'supply'
  | 'first-night';

export type DraftFault = { readonly code: OrderFault } | { readonly code: StepFault; readonly step: number };

/** What is wrong with these requests as one titration; empty when they may leave. Never throws, whatever it is given. */
export function draftFaults(requests: readonly unknown[], words: GateWords): readonly DraftFault[] {
  if (requests.length === 0) return [{ code: 'no-order' }];
  const drafts: DraftRequest[] = [];
  for (const request of requests) {
    const read = draftRequest.safeParse(request);
    if (!read.success) return [{ code: 'shape' }];
    drafts.push(read.data);
  }
  return [...drafts.flatMap((draft) => faultsOfOne(draft, words)), ...faultsTogether(drafts)];
}

function faultsOfOne(draft: DraftRequest, words: GateWords): DraftFault[] {
  const faults: DraftFault[] = draft.dosageInstruction.flatMap((dosage) =>
    faultsOfDosage(dosage, draft, words.said),
  );
  const { requester } = draft;
  if (!('reference' in requester) && requester.display !== words.requesterToBeSet)
    faults.push({ code: 'requester' });
  if (!endsAsItMust(draft, words.said)) faults.push({ code: 'last-sentence' });
  if (!isWithinItsCourse(draft)) faults.push({ code: 'course' });
  const room = LONGEST_JOINED['contained' in draft ? 'capsules' : 'liquid'];
  if (joinedText(draft.dosageInstruction).length > room) faults.push({ code: 'joined-text' });
  return [
    ...faults,
    ...('contained' in draft ? capsuleFaults(draft, words) : liquidFaults(draft, words.said)),
  ];
}

/** A maintenance says to stay; a titration, that going up is a choice. */
function endsAsItMust({ dosageInstruction, courseOfTherapyType }: DraftRequest, said: SaidInSteps): boolean {
  const last = dosageInstruction.at(-1)?.text ?? '';
  if (courseOfTherapyType !== undefined) return last.endsWith(said.stays);
  return last.endsWith(said.last) || (dosageInstruction.length === 1 && last.endsWith(said.stays));
}

/** One dose for three months, with the repeats a site may allow; any other order for twelve weeks, without. */
function isWithinItsCourse({
  dosageInstruction,
  courseOfTherapyType,
  dispenseRequest,
}: DraftRequest): boolean {
  const nights = dosageInstruction.reduce((sum, dosage) => sum + nightsOf(dosage), 0);
  if (courseOfTherapyType !== undefined) return dosageInstruction.length === 1;
  return nights <= LONGEST_DAYS && dispenseRequest.numberOfRepeatsAllowed === 0;
}

function faultsOfDosage(dosage: DraftDosage, draft: DraftRequest, said: SaidInSteps): DraftFault[] {
  const faults: DraftFault[] = [];
  const { sequence: step, text } = dosage;
  const dose = doseOf(dosage);
  if (!Number.isInteger(dose) || dose > CEILING) faults.push({ code: 'dose', step });
  if (!holdsWords(text, said.nights(nightsOf(dosage)))) faults.push({ code: 'nights-text', step });
  const strength = 'contained' in draft ? strengthOf(draft) : null;
  if (!said.dose(dose, strength).some((part) => holdsWords(text, part)))
    faults.push({ code: 'dose-text', step });
  const isFirst = dosage === draft.dosageInstruction[0];
  if (isFirst && !holdsWords(text, said.firstNight(draft.extension[0].valueDate)))
    faults.push({ code: 'first-night-text', step });
  return faults;
}

function capsuleFaults(draft: CapsuleDraft, { capsuleName }: GateWords): DraftFault[] {
  const faults: DraftFault[] = [];
  const strength = strengthOf(draft);
  let capsules = 0;
  for (const dosage of draft.dosageInstruction) {
    const count = doseOf(dosage) / strength;
    capsules += count * nightsOf(dosage);
    if (!Number.isInteger(count)) faults.push({ code: 'capsules', step: dosage.sequence });
  }
  if (draft.contained[0].code.text !== capsuleName(strength)) faults.push({ code: 'drug-name' });
  if (capsules !== draft.dispenseRequest.quantity.value) faults.push({ code: 'capsule-quantity' });
  return faults;
}

function liquidFaults(draft: LiquidDraft, said: SaidInSteps): DraftFault[] {
  const faults: DraftFault[] = [];
  for (const { sequence: step, text, ...dosage } of draft.dosageInstruction) {
    const dose = doseOf(dosage);
    if (dose % LIQUID_GRAIN !== 0 || !holdsWords(text, said.volume(dose, dose / MICROGRAMS_PER_TENTH_ML)))
      faults.push({ code: 'volume', step });
  }
  const [first] = draft.dosageInstruction;
  if (!first?.text.startsWith(said.liquidWarning) || first.patientInstruction === undefined)
    faults.push({ code: 'warning' });
  const phases = draft.dosageInstruction.map((dosage) => ({
    nights: nightsOf(dosage),
    tenthsOfMl: doseOf(dosage) / MICROGRAMS_PER_TENTH_ML,
  }));
  if (fillBottles(phases).length !== draft.dispenseRequest.quantity.value)
    faults.push({ code: 'tablet-quantity' });
  return faults;
}

/**
 * Several strengths are one titration: same patient, same group, every night at most 4.5 mg in all, doses never falling, each order from the
 * night of its own first step.
 */
function faultsTogether(drafts: readonly DraftRequest[]): DraftFault[] {
  const codes: OrderFault[] = [];
  const same = (read: (draft: DraftRequest) => unknown) =>
    new Set(drafts.map((draft) => JSON.stringify(read(draft)))).size === 1;
  if (!same((draft) => [draft.subject, draft.intent, draft.requester, draft.authoredOn]))
    codes.push('patient-or-prescriber');
  const isGrouped = drafts[0]?.groupIdentifier !== undefined && same((draft) => draft.groupIdentifier);
  if (drafts.length > 1 && !isGrouped) codes.push('group');
  if (new Set(drafts.map((draft) => draft.identifier[0].value)).size < drafts.length)
    codes.push('identifier');
  const dosages = drafts.flatMap((draft) => draft.dosageInstruction);
  const steps = [...new Set(dosages.map(({ sequence }) => sequence))].sort((a, b) => a - b);
  const ofStep = steps.map((step) => dosages.filter(({ sequence }) => sequence === step));
  const doses = ofStep.map((parts) => parts.reduce((sum, part) => sum + doseOf(part), 0));
  const nights = ofStep.map((parts) => [...new Set(parts.map(nightsOf))]);
  if (doses.some((dose) => dose > CEILING)) codes.push('above-ceiling');
  if (doses.some((dose, index) => dose <= (doses[index - 1] ?? 0))) codes.push('doses-not-rising');
  if (nights.some(({ length }) => length > 1)) codes.push('nights-differ');
  const nightsBefore = (step: number) =>
    nights.slice(0, step - 1).reduce((sum, [first = 0]) => sum + first, 0);
  const isWhole = (draft: DraftRequest) => draft.extension[1].valuePositiveInt === steps.length;
  if (steps.some((step, index) => step !== index + 1) || !drafts.every(isWhole)) codes.push('step-missing');
  if (drafts.some(suppliesOtherNights)) codes.push('supply');
  const begins = drafts.map(({ extension: [{ valueDate }], dosageInstruction }) => {
    const first = Math.min(...dosageInstruction.map(({ sequence }) => sequence));
    return addDays(valueDate, -nightsBefore(first));
  });
  if (new Set(begins).size > 1) codes.push('first-night');
  return codes.map((code) => ({ code }));
}

/** Each order supplies its own nights: 28 capsules of one a night are for 28 nights, however long the titration is. */
function suppliesOtherNights({ dosageInstruction, dispenseRequest }: DraftRequest): boolean {
  const nights = dosageInstruction.reduce((sum, dosage) => sum + nightsOf(dosage), 0);
  return dispenseRequest.expectedSupplyDuration.value !== nights;
}

function strengthOf({ contained }: CapsuleDraft): number {
  return micrograms(contained[0].ingredient[0].strength.numerator.value);
}

function doseOf({ doseAndRate }: Pick<DraftDosage, 'doseAndRate'>): number {
  return micrograms(doseAndRate[0].doseQuantity.value);
}

function nightsOf({ timing }: Pick<DraftDosage, 'timing'>): number {
  return timing.repeat.boundsDuration.value;
}
