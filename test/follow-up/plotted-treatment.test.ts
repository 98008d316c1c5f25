import { expect, test } from 'vitest';
import { isOfOneOrder, plottedTreatment } from '#lib/follow-up/plotted-treatment.ts';
import { treatmentOf } from '#lib/follow-up/treatment.ts';
import { addDays } from '#lib/time/calendar-date.ts';
import { NOTHING_SAID, TODAY, titration } from './visits.ts';

const ago = (days: number) => addDays(TODAY, -days);

function drawn(
  own: Parameters<typeof treatmentOf>[0]['own'],
  elsewhere: Parameters<typeof treatmentOf>[0]['elsewhere'] = [],
) {
  const treatment = treatmentOf({ own, elsewhere }, NOTHING_SAID, TODAY);
  if ('why' in treatment) throw new Error(treatment.why);
  return { plot: plottedTreatment(treatment, TODAY), isOne: isOfOneOrder(treatment) };
}

test('orders that follow each other are one drawing, the nights without a dose between them too', () => {
  const { plot, isOne } = drawn([
    titration('1.5x14', ago(50), { state: 'completed' }),
    titration('1.5x14 3x28', ago(30), { id: '2' }),
  ]);
  expect(isOne).toBe(false);
  expect(plot?.regimen).toEqual({ startDate: ago(50), days: 62 });
  expect(plot?.phases.map(({ dose, nights, from }) => [dose, nights, from])).toEqual([
    [1500, 14, ago(50)],
    [0, 6, ago(36)],
    [1500, 14, ago(30)],
    [3000, 28, ago(16)],
  ]);
});

test('an order without an end is drawn until today', () => {
  const one = { source: 'MedicationRequest/9', dose: 3000, from: ago(40), to: null, isCurrent: true };
  const { plot, isOne } = drawn([], [one]);
  expect(plot?.phases).toMatchObject([{ dose: 3000, nights: 41 }]);
  expect(isOne).toBe(false);
});

test('one order of this app tells it all by itself', () => {
  expect(drawn([titration('1.5x14 3x28', ago(30))]).isOne).toBe(true);
});
