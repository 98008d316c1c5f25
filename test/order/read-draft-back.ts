/** Our own reader of a draft: structure and text each read on their own, and refused where they differ. */
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import { micrograms } from '#lib/titration/dose-levels.ts';
import type { CapsuleCount, SupplyLine } from '#lib/titration/titration-plan.ts';

const COUNTS = ['zero', 'one', 'two', 'three', 'four', 'five'];
const CAPSULE_STEP =
  /^Step (\d+) of \d+, nights? \d+(?: to \d+)?: take naltrexone ([\d.]+) mg \((\w+) ([\d.]+) mg capsules?\)(?: together with (.+), ([\d.]+) mg in all,)? by mouth nightly at bedtime for (\d+) nights?/;
const LIQUID_STEP =
  /^DO NOT SWALLOW TABLETS WHOLE\. Step (\d+) of \d+, nights? \d+(?: to \d+)?: take naltrexone ([\d.]+) mg = ([\d.]+) mL of the 0\.5 mg\/mL liquid by mouth nightly at bedtime for (\d+) nights?/;

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
    days: requests[0]?.dispenseRequest.expectedSupplyDuration.value,
  };
}

function capsuleSteps(request: Extract<DraftRequest, { contained: unknown }>): Step[] {
  const strength = micrograms(request.contained[0].ingredient[0].strength.numerator.value);
  return request.dosageInstruction.map(({ sequence, text, timing, doseAndRate }) => {
    const words = CAPSULE_STEP.exec(text);
    const dose = micrograms(doseAndRate[0].doseQuantity.value);
    const nights = timing.repeat.boundsDuration.value;
    const count = COUNTS.indexOf(words?.[3] ?? '');
    agree(
      [words?.[1], words?.[2], words?.[4], words?.[7], count * strength],
      [`${sequence}`, `${dose / 1000}`, `${strength / 1000}`, `${nights}`, dose],
    );
    return { sequence, nights, dose, capsules: [{ strength, count }], tenthsOfMl: null };
  });
}

function liquidSteps(request: DraftRequest): Step[] {
  return request.dosageInstruction.map(({ sequence, text, timing, doseAndRate }) => {
    const words = LIQUID_STEP.exec(text);
    const dose = micrograms(doseAndRate[0].doseQuantity.value);
    const nights = timing.repeat.boundsDuration.value;
    const tenthsOfMl = Number(words?.[3]) * 10;
    agree(
      [words?.[1], words?.[2], words?.[4], tenthsOfMl * 50],
      [`${sequence}`, `${dose / 1000}`, `${nights}`, dose],
    );
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
