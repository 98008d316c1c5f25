/** Where the answers say something else than the order: told, and the answer is what counts. */
import type { AtVisit } from './at-visit.ts';
import type { DoseNow } from './dose-now.ts';
import type { Contradiction } from './response.ts';
import type { Treatment } from './treatment.ts';

export function contradictionsOf(
  { answers, orders }: AtVisit,
  treatment: Treatment | null,
  ordered: DoseNow | null,
  unordered: number,
): readonly Contradiction[] {
  if (treatment === null || ordered === null || treatment.origin === 'stated') return [];
  const { dose, nightsAtDose, missedNights, firstNight } = answers;
  const named = orders.own.flatMap(({ plan }) =>
    'begins' in plan && plan.begins !== null ? [plan.begins] : [],
  );
  const [begins] = named;
  const told: Contradiction[] = [];
  if (dose !== null && dose !== ordered.dose)
    told.push({ what: 'dose', answered: dose, ordered: ordered.dose });
  if (nightsAtDose !== null && nightsAtDose !== ordered.nights)
    told.push({ what: 'nights-at-dose', answered: nightsAtDose, ordered: ordered.nights });
  if (missedNights !== null && missedNights < unordered)
    told.push({ what: 'missed-nights', answered: missedNights, ordered: unordered });
  if (firstNight !== null && named.length === 1 && begins !== undefined && firstNight !== begins)
    told.push({ what: 'first-night', answered: firstNight, ordered: begins });
  return told;
}
