import type { CodeableConcept, ObservationReferenceRange, Resource } from '@medplum/fhirtypes';
import { type ChartRows, quantity } from './chart-rows.ts';
import { measured } from './concepts.ts';

/** Four visits with vital signs and pain scores, and two sets of normal blood results, as an ordinary chart has them. */
export function routineCare(
  rows: ChartRows,
  reason: CodeableConcept,
  body: { readonly weightKg: number; readonly pain: readonly [number, number, number, number] },
): Resource[] {
  const visits = ['2025-04-15', '2025-08-12', '2025-11-10', '2026-01-20'] as const;
  const bloods = ['2025-04-15', '2026-01-20'] as const;
  const limits = (low: number, high: number, unit: string, code = unit): ObservationReferenceRange => ({
    low: quantity(low, unit, code),
    high: quantity(high, unit, code),
  });

  const atVisits = visits.flatMap((day, visit) => [
    rows.encounter(`visit-${visit + 1}`, day, reason),
    rows.observation(`blood-pressure-${visit + 1}`, 'vital-signs', measured.bloodPressure, day, {
      component: [
        { code: measured.systolic, valueQuantity: quantity(118 + 3 * visit, 'mmHg', 'mm[Hg]') },
        { code: measured.diastolic, valueQuantity: quantity(74 + visit, 'mmHg', 'mm[Hg]') },
      ],
    }),
    rows.observation(`heart-rate-${visit + 1}`, 'vital-signs', measured.heartRate, day, {
      valueQuantity: quantity(70 + 2 * visit, 'beats/minute', '/min'),
    }),
    rows.observation(`weight-${visit + 1}`, 'vital-signs', measured.weight, day, {
      valueQuantity: quantity(body.weightKg, 'kg'),
    }),
    rows.observation(`pain-${visit + 1}`, 'survey', measured.painScore, day, {
      valueQuantity: quantity(body.pain[visit] ?? 0, 'score', '{score}'),
    }),
  ]);
  const fromTheLaboratory = bloods.flatMap((day, set) => [
    rows.observation(
      `alt-${set + 1}`,
      'laboratory',
      measured.alt,
      day,
      { valueQuantity: quantity(22 + set, 'U/L') },
      limits(7, 40, 'U/L'),
    ),
    rows.observation(
      `ast-${set + 1}`,
      'laboratory',
      measured.ast,
      day,
      { valueQuantity: quantity(20 + set, 'U/L') },
      limits(8, 40, 'U/L'),
    ),
    rows.observation(`egfr-${set + 1}`, 'laboratory', measured.egfr, day, {
      valueQuantity: quantity(94 - set, 'mL/min/1.73 m2', 'mL/min/{1.73_m2}'),
    }),
    rows.observation(
      `hemoglobin-${set + 1}`,
      'laboratory',
      measured.hemoglobin,
      day,
      { valueQuantity: quantity(13.6, 'g/dL') },
      limits(12, 16, 'g/dL'),
    ),
    rows.observation(
      `esr-${set + 1}`,
      'laboratory',
      measured.esr,
      day,
      { valueQuantity: quantity(12 + set, 'mm/h') },
      limits(0, 20, 'mm/h'),
    ),
  ]);
  return [...atVisits, ...fromTheLaboratory];
}
