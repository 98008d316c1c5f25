/** R14: allergy to naltrexone or its kin, and to what the capsule or tablet is made with. */
import type { AllergyRow } from '#lib/chart/chart.ts';
import { allergyFact } from '#lib/safety/chart-facts.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { RowFact } from '#lib/safety/row-fact.ts';
import type { Case, RawFinding, Rule } from '#lib/safety/rule.ts';
import type { Recogniser } from '#lib/terminology/recognition.ts';
import type { Filler } from '#lib/titration/regimen.ts';
import {
  allergyCounts,
  allergyIsOver,
  fillerFor,
  isExcipientAllergy,
  names,
  TABLET_EXCIPIENT,
} from './filler-sensitivity.ts';

/** Opioid antagonists near enough to naltrexone that an allergy may cross over. */
const KIN = new Set(['naloxone', 'nalmefene']);

/** Recognised as medications are: by any code, brand or name. */
function antagonistsIn({ substances }: AllergyRow, recognise: Recogniser): readonly string[] {
  return substances.flatMap(
    ({ codings, text }) =>
      recognise({ codings, texts: text === null ? [] : [text], ingredients: [], unresolved: [] }).antagonists,
  );
}

export type AllergyFinding =
  | RawFinding<'naltrexone-allergy', { readonly allergy: RowFact }>
  | RawFinding<'naltrexone-allergy-over', { readonly allergy: RowFact; readonly isResolved: boolean }>
  | RawFinding<'antagonist-allergy', { readonly allergy: RowFact }>
  | RawFinding<'tablet-contains-allergen', { readonly allergy: RowFact }>
  | RawFinding<'tablet-brand-to-check', { readonly allergy: RowFact }>
  | RawFinding<'filler-to-choose', { readonly allergy: RowFact; readonly filler: Filler | null }>;

export const checkAllergy: Rule<AllergyFinding> = {
  id: 'R14',
  basis: ['labelContraindications', 'clinicNotesFiller'],
  check: (patient) =>
    patient.chart.allergies.filter(allergyCounts).flatMap((row) => findingOf(row, patient) ?? []),
};

function findingOf(row: AllergyRow, patient: Case): AllergyFinding | null {
  const { chart, preparation, recognise, dayOf } = patient;
  const allergy = allergyFact(row, dayOf);
  const sources = [row.source];
  const isOver = allergyIsOver(row);
  const antagonists = antagonistsIn(row, recognise);
  if (antagonists.includes('naltrexone'))
    return isOver
      ? {
          code: 'naltrexone-allergy-over',
          facts: { allergy, isResolved: row.state === 'over' },
          severity: 'confirm',
          sources,
          reasons: reasons('allergy-disproved', 'side-effect-only'),
        }
      : { code: 'naltrexone-allergy', facts: { allergy }, severity: 'blocks', sources };
  if (isOver) return null;
  if (antagonists.some((antagonist) => KIN.has(antagonist)))
    return {
      code: 'antagonist-allergy',
      facts: { allergy },
      severity: 'confirm',
      sources,
      reasons: reasons('side-effect-only', 'naltrexone-tolerated', 'first-dose-watched'),
    };
  if (!isExcipientAllergy(row)) return null;
  if (preparation === 'capsules')
    return {
      code: 'filler-to-choose',
      facts: { allergy, filler: fillerFor(chart) },
      severity: 'informs',
      sources,
    };
  return names(row, TABLET_EXCIPIENT)
    ? {
        code: 'tablet-contains-allergen',
        facts: { allergy },
        severity: 'confirm',
        sources,
        reasons: reasons('brand-checked', 'mild-intolerance', 'pharmacy-supplies-without'),
      }
    : { code: 'tablet-brand-to-check', facts: { allergy }, severity: 'informs', sources };
}
