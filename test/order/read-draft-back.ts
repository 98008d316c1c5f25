/** Our own reader of a draft: structure and text each read on their own, and refused where they differ. */
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import { micrograms } from '#lib/titration/dose-levels.ts';
import type { CapsuleCount, SupplyLine } from '#lib/titration/titration-plan.ts';

const COUNTS = ['zero', 'one', 'two', 'three', 'four', 'five'];
/** In full, or in the few words an order of many steps has room for: the strength once, the number of capsules in each step. */
const CAPSULE_STEP =
  /^(?:([\d.]+) mg capsules at bedtime, not before [^:]+: )?(?:([\d.]+) mg \((\w+)(?: ([\d.]+) mg capsules?)?\)|(\w+))(?: with [^()]+?)?(?: at bedtime)? for (\d+) nights?/;
const LIQUID_STEP =
  /^(?:DO NOT SWALLOW TABLETS WHOLE\. )?(?:Liquid of 0\.5 mg\/mL(?: at bedtime)?, not before [^:]+: )?([\d.]+) mg = ([\d.]+) mL(?: of (?:the )?0\.5 mg\/mL(?: liquid)?)?(?: at bedtime)? for (\d+) nights?/;

interface Step {
  readonly sequence: number;
  readonly nights: number;
  readonly dose: number;
  readonly capsules: readonly CapsuleCount[] | null;
  readonly tenthsOfMl: number | null;
}

export function readDraftBack(requests: readonly DraftRequest[]) {
  const steps = new Map<number, Step>();
  for (const request of requests) {
    for (const step of 'contained' in request ? capsuleSteps(request) : liquidSteps(request)) {
      const before = steps.get(step.sequence);
      steps.set(step.sequence, before === undefined ? step : together(before, step));
    }
  }
  return {
    steps: [...steps.values()].sort((a, b) => a.sequence - b.sequence),
    supply: requests.map(supplyOf),
    nights: requests.map((request) => request.dispenseRequest.expectedSupplyDuration.value),
  };
}

function capsuleSteps(request: Extract<DraftRequest, { contained: unknown }>): Step[] {
  const strength = micrograms(request.contained[0].ingredient[0].strength.numerator.value);
  return request.dosageInstruction.map(({ sequence, text, timing, doseAndRate }) => {
    const [, shared, mg, inBrackets, own, bare, forNights] = CAPSULE_STEP.exec(text) ?? [];
    const dose = micrograms(doseAndRate[0].doseQuantity.value);
    const nights = timing.repeat.boundsDuration.value;
    const count = COUNTS.indexOf(inBrackets ?? bare ?? '');
    agree([forNights, count * strength], [`${nights}`, dose]);
    if (mg !== undefined) agree([mg], [`${dose / 1000}`]);
    for (const named of [shared, own]) if (named !== undefined) agree([named], [`${strength / 1000}`]);
    return { sequence, nights, dose, capsules: [{ strength, count }], tenthsOfMl: null };
  });
}

function liquidSteps(request: DraftRequest): Step[] {
  return request.dosageInstruction.map(({ sequence, text, timing, doseAndRate }) => {
    const [, mg, mL, forNights] = LIQUID_STEP.exec(text) ?? [];
    const dose = micrograms(doseAndRate[0].doseQuantity.value);
    const nights = timing.repeat.boundsDuration.value;
    const tenthsOfMl = Number(mL) * 10;
    agree([mg, forNights, tenthsOfMl * 50], [`${dose / 1000}`, `${nights}`, dose]);
    return { sequence, nights, dose, capsules: null, tenthsOfMl };
  });
}

function together(a: Step, b: Step): Step {
  agree([a.nights], [b.nights]);
  const capsules = [...(a.capsules ?? []), ...(b.capsules ?? [])].sort((x, y) => y.strength - x.strength);
  return { ...a, dose: a.dose + b.dose, capsules };
}

function supplyOf(request: DraftRequest): SupplyLine {
  const { quantity } = request.dispenseRequest;
  return 'contained' in request
    ? {
        item: 'capsule',
        strength: micrograms(request.contained[0].ingredient[0].strength.numerator.value),
        quantity: quantity.value,
      }
    : { item: 'tablet', strength: 50_000, quantity: quantity.value };
}

function agree(words: readonly unknown[], structure: readonly unknown[]): void {
  if (JSON.stringify(words) !== JSON.stringify(structure)) {
    throw new Error(`text ${JSON.stringify(words)} and structure ${JSON.stringify(structure)} differ`);
  }
}
