/** How much naltrexone a row means a day, as far as it says so without doubt. */

import type { DosageLine } from '#lib/chart/chart.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import type { MedicationDescription } from '#lib/terminology/recognition.ts';

/** "4.5 mg", "1,5mg", "4500 mcg"; "0.5 mg/mL" is a concentration. */
const AMOUNT =
  /(\d+(?:[.,]\d+)?)\s*(mg|milligrams?|mcg|ug|µg|micrograms?)\b(\s*(?:\/|per)\s*(\d+(?:[.,]\d+)?)?\s*ml\b)?/gi;
const MASS = /^\{?(mg|milligrams?|mcg|ug|µg|micrograms?)\}?$/i;
const VOLUME = /^\{?(ml|millilit(re|er)s?)\}?$/i;
const COUNT = /^\{?(1|capsules?|caps?|tablets?|tabs?|tbl|each)\}?$/i;
const A_COUNT = /\b(\d+|two|three|four|half)\s*x?\s*(capsules?|caps?|tablets?|tabs?)\b/i;

/**
 * Milligrams a day, the most that any step of the dosage reaches; null where the row leaves room: no dose at all, a count of units of an
 * unknown strength, a volume of an unknown concentration.
 */
export function dailyMilligrams({ row }: Pick<JudgedMedication, 'row'>): number | null {
  const strength = strengthsOf(textsOf(row.medication));
  const steps = Map.groupBy(row.dosage, ({ sequence }) => sequence);
  const totals = [...steps.values()].map((lines) => {
    const doses = lines.map((line) => ofLine(line, strength));
    return doses.includes(null) ? null : doses.reduce<number>((sum, dose) => sum + (dose ?? 0), 0);
  });
  if (totals.length === 0) return strength.unit;
  const most = totals.reduce((a, b) => (a === null || b === null ? null : Math.max(a, b)));
  return most === null ? null : Math.round(most * 1000) / 1000;
}

interface Strength {
  /** Milligrams of one capsule or tablet, the most that the words name. */
  readonly unit: number | null;
  /** Milligrams in one millilitre. */
  readonly millilitre: number | null;
}

function ofLine({ dose, timesPerDay, text }: DosageLine, strength: Strength): number | null {
  const times = timesPerDay ?? 1;
  if (dose !== null) {
    const one = inMilligrams(dose.value, dose.unit, strength);
    return one === null ? null : one * times;
  }
  const said = text === null ? null : strengthsOf([text]).unit;
  if (said !== null) return said * times;
  return strength.unit === null || (text !== null && A_COUNT.test(text)) ? null : strength.unit * times;
}

function inMilligrams(
  value: number,
  unit: string | null,
  { unit: each, millilitre }: Strength,
): number | null {
  if (unit !== null && MASS.test(unit)) return value * scaleOf(unit);
  if (unit !== null && VOLUME.test(unit)) return millilitre === null ? null : value * millilitre;
  return each !== null && unit !== null && COUNT.test(unit) ? value * each : null;
}

function strengthsOf(texts: readonly string[]): Strength {
  const found = texts.flatMap((text) =>
    [...text.matchAll(AMOUNT)].map(([, value = '', unit = '', concentration, volume]) => ({
      milligrams: (numberOf(value) * scaleOf(unit)) / (volume === undefined ? 1 : numberOf(volume)),
      isConcentration: concentration !== undefined,
    })),
  );
  const most = (concentration: boolean) => {
    const all = found.filter(({ isConcentration }) => isConcentration === concentration);
    return all.length === 0 ? null : Math.max(...all.map(({ milligrams }) => milligrams));
  };
  return { unit: most(false), millilitre: most(true) };
}

function scaleOf(unit: string): number {
  return /^\{?m(g|illi)/i.test(unit) ? 1 : 1 / 1000;
}

/** A comma before three digits sets off thousands: the larger reading is the safer one. */
function numberOf(text: string): number {
  return Number(/,\d{3}$/.test(text) ? text.replace(',', '') : text.replace(',', '.'));
}

const DEEPEST = 8;

function textsOf({ texts, codings, ingredients }: MedicationDescription, depth = 0): string[] {
  return [
    ...texts,
    ...codings.flatMap(({ display }) => display ?? []),
    ...(depth < DEEPEST ? ingredients.flatMap((part) => textsOf(part, depth + 1)) : []),
  ];
}
