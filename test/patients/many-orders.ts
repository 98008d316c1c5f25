/** Charts of any size, for the bench and for paging: `manyOrders(500)` is patient P500. */
import type { Bundle } from '@medplum/fhirtypes';
import { chartBundle, chartRows } from './chart-rows.ts';
import { medicines, problems } from './concepts.ts';
import { routineCare } from './routine-care.ts';

const ORDINARY = [
  medicines.duloxetine,
  medicines.pregabalin,
  medicines.naproxen,
  medicines.lisinopril,
  medicines.metformin,
  medicines.omeprazole,
  medicines.cetirizine,
  medicines.trazodone,
  medicines.gabapentin,
  medicines.vitaminD,
];

/**
 * A woman of 50 with fibromyalgia and `count` medication orders over the years before 2026-03-02, none of them an opioid; the
 * newest ten are active. The patient's id is `p` and the count.
 */
export function manyOrders(count: number): Bundle {
  const rows = chartRows(`p${count}`);
  const orders = Array.from({ length: count }, (_, index) => {
    const medicine = ORDINARY[index % ORDINARY.length] ?? medicines.naproxen;
    const active = index >= count - 10;
    const year = active ? 2025 : 2016 + Math.floor((9 * index) / count);
    const month = String(1 + (index % 12)).padStart(2, '0');
    const day = String(1 + (index % 28)).padStart(2, '0');
    return rows.order(`order-${index + 1}`, medicine, {
      status: active ? 'active' : index % 3 === 0 ? 'stopped' : 'completed',
      authoredOn: `${year}-${month}-${day}`,
      sig: 'Take 1 by mouth once a day',
      perDay: 1,
      supplyDays: 30,
      repeats: active ? 11 : 0,
    });
  });
  return chartBundle([
    rows.patient({ family: 'Longlist', given: 'Nora', birthDate: '1975-11-05', sex: 'female' }),
    rows.problem('fibromyalgia', problems.fibromyalgiaSnomed, '2016-01-20'),
    ...orders,
    ...routineCare(rows, problems.fibromyalgiaSnomed, { weightKg: 72, pain: [6, 6, 6, 6] }),
  ]);
}
