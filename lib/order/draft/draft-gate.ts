/** The last gate before the network. Trusts nothing that was computed before: shape, doses, quantities and texts are worked out again. */

import { micrograms } from '#lib/titration/dose-levels.ts';
import { fillBottles } from '#lib/titration/liquid-batches.ts';
import { CEILING, LIQUID_GRAIN, MICROGRAMS_PER_TENTH_ML } from '#lib/titration/regimen-limits.ts';
import { capsulesText, milligrams, millilitres } from '#lib/words/en/dose.ts';
import { DO_NOT_SWALLOW, INCREASE_ONLY_IF_TOLERATED } from '#lib/words/en/sig.ts';
import {
  type CapsuleDraft,
  type DraftDosage,
  type DraftRequest,
  draftRequest,
  type LiquidDraft,
} from './draft-shape.ts';

/** What is wrong with these requests as one titration; empty when they may leave. Never throws, whatever it is given. */
export function draftFaults(requests: readonly unknown[]): readonly string[] {
  if (requests.length === 0) return ['there is no order'];
  const drafts: DraftRequest[] = [];
  for (const request of requests) {
    const read = draftRequest.safeParse(request);
    if (!read.success) return ['an order is not a draft of the closed shape'];
    drafts.push(read.data);
  }
  return [...drafts.flatMap(faultsOfOne), ...faultsTogether(drafts)];
}

function faultsOfOne(draft: DraftRequest): string[] {
  const faults = draft.dosageInstruction.flatMap(faultsOfDosage);
  return [...faults, ...('contained' in draft ? capsuleFaults(draft) : liquidFaults(draft))];
}

function faultsOfDosage(dosage: DraftDosage): string[] {
  const faults: string[] = [];
  const dose = doseOf(dosage);
  const nights = nightsOf(dosage);
  if (!Number.isInteger(dose) || dose > CEILING)
    faults.push(`step ${dosage.sequence} is no dose up to 4.5 mg`);
  if (!dosage.text.includes(`for ${nights} night`)) faults.push(`step ${dosage.sequence} says other nights`);
  if (!dosage.text.endsWith(INCREASE_ONLY_IF_TOLERATED))
    faults.push(`step ${dosage.sequence} lacks its last sentence`);
  return faults;
}

function capsuleFaults(draft: CapsuleDraft): string[] {
  const faults: string[] = [];
  const strength = micrograms(draft.contained[0].ingredient[0].strength.numerator.value);
  let capsules = 0;
  for (const dosage of draft.dosageInstruction) {
    const count = doseOf(dosage) / strength;
    capsules += count * nightsOf(dosage);
    const words = `naltrexone ${milligrams(doseOf(dosage))} (${capsulesText({ strength, count })})`;
    if (!Number.isInteger(count) || !dosage.text.includes(words)) {
      faults.push(`step ${dosage.sequence} does not agree with its capsules`);
    }
  }
  if (!draft.contained[0].code.text.includes(` ${milligrams(strength)} capsule`)) {
    faults.push('the name of the drug does not agree with its strength');
  }
  if (capsules !== draft.dispenseRequest.quantity.value)
    faults.push('the quantity is not the sum of the doses');
  return faults;
}

function liquidFaults(draft: LiquidDraft): string[] {
  const faults: string[] = [];
  for (const dosage of draft.dosageInstruction) {
    const dose = doseOf(dosage);
    const words = `${milligrams(dose)} = ${millilitres(dose / MICROGRAMS_PER_TENTH_ML)} of the 0.5 mg/mL liquid`;
    if (dose % LIQUID_GRAIN !== 0 || !dosage.text.includes(words)) {
      faults.push(`step ${dosage.sequence} does not agree with its volume`);
    }
    if (!dosage.text.startsWith(DO_NOT_SWALLOW) || !dosage.patientInstruction?.startsWith(DO_NOT_SWALLOW)) {
      faults.push(`step ${dosage.sequence} does not warn against swallowing the tablet`);
    }
  }
  const phases = draft.dosageInstruction.map((dosage) => ({
    nights: nightsOf(dosage),
    tenthsOfMl: doseOf(dosage) / MICROGRAMS_PER_TENTH_ML,
  }));
  const tablets = fillBottles(phases).length;
  if (tablets !== draft.dispenseRequest.quantity.value)
    faults.push('the tablets are not as many as the bottles');
  return faults;
}

/** Several strengths are one titration: same patient, same group, every night at most 4.5 mg in all, doses never falling. */
function faultsTogether(drafts: readonly DraftRequest[]): string[] {
  const faults: string[] = [];
  const same = (read: (draft: DraftRequest) => unknown) =>
    new Set(drafts.map((draft) => JSON.stringify(read(draft)))).size === 1;
  if (!same((draft) => [draft.subject, draft.intent, draft.requester, draft.authoredOn])) {
    faults.push('the orders are not of one patient and prescriber');
  }
  if (
    drafts.length > 1 &&
    (drafts[0]?.groupIdentifier === undefined || !same((draft) => draft.groupIdentifier))
  ) {
    faults.push('the orders do not share their group');
  }
  if (new Set(drafts.map((draft) => draft.identifier[0].value)).size < drafts.length) {
    faults.push('two orders carry one identifier');
  }
  const dosages = drafts.flatMap((draft) => draft.dosageInstruction);
  const steps = [...new Set(dosages.map(({ sequence }) => sequence))].sort((a, b) => a - b);
  const ofStep = steps.map((step) => dosages.filter(({ sequence }) => sequence === step));
  const doses = ofStep.map((parts) => parts.reduce((sum, part) => sum + doseOf(part), 0));
  const nights = ofStep.map((parts) => new Set(parts.map(nightsOf)));
  if (doses.some((dose) => dose > CEILING)) faults.push('a night is above 4.5 mg in all');
  if (doses.some((dose, index) => dose <= (doses[index - 1] ?? 0))) faults.push('a dose falls or stays');
  if (steps.some((step, index) => step !== index + 1)) faults.push('a step is missing');
  if (nights.some(({ size }) => size > 1)) faults.push('the orders differ in the nights of a step');
  const days = nights.reduce((sum, [first = 0]) => sum + first, 0);
  if (drafts.some(({ dispenseRequest }) => dispenseRequest.expectedSupplyDuration.value !== days)) {
    faults.push('the supply does not last as long as the steps');
  }
  return faults;
}

function doseOf(dosage: DraftDosage): number {
  return micrograms(dosage.doseAndRate[0].doseQuantity.value);
}

function nightsOf(dosage: DraftDosage): number {
  return dosage.timing.repeat.boundsDuration.value;
}
