/** R14: allergy to naltrexone or its kin, and to what the capsule or tablet is made with. */
import type { AllergyRow } from '#lib/chart/chart.ts';
import { reasons } from '#lib/safety/reasons.ts';
import { allergyWords } from '#lib/safety/row-words.ts';
import type { Rule, WordedFinding } from '#lib/safety/rule.ts';
import type { Recogniser } from '#lib/terminology/recognition.ts';
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

export const checkAllergy: Rule = {
  id: 'R14',
  basis: ['labelContraindications', 'clinicNotesFiller'],
  check: ({ chart, preparation, recognise, dayOf }) =>
    chart.allergies.filter(allergyCounts).flatMap((allergy): WordedFinding[] => {
      const words = allergyWords(allergy, dayOf);
      const sources = [allergy.source];
      const antagonists = antagonistsIn(allergy, recognise);
      if (antagonists.includes('naltrexone'))
        return allergyIsOver(allergy)
          ? [
              {
                severity: 'confirm',
                message: `Allergy to ${words}, recorded as ${allergy.clinicalStatus}: does it still stand?`,
                sources,
                reasons: reasons('allergy-disproved', 'side-effect-only'),
              },
            ]
          : [{ severity: 'blocks', message: `Allergy: ${words}. Contraindicated.`, sources }];
      if (allergyIsOver(allergy)) return [];
      if (antagonists.some((antagonist) => KIN.has(antagonist)))
        return [
          {
            severity: 'confirm',
            message: `Allergy: ${words}. Whether it crosses over to naltrexone is not known.`,
            sources,
            reasons: reasons('side-effect-only', 'naltrexone-tolerated', 'first-dose-watched'),
          },
        ];
      if (!isExcipientAllergy(allergy)) return [];
      if (preparation === 'liquid' && names(allergy, TABLET_EXCIPIENT))
        return [
          {
            severity: 'confirm',
            message: `Allergy: ${words}. The 50 mg tablet of the liquid contains it (check the brand).`,
            sources,
            reasons: reasons('brand-checked', 'mild-intolerance', 'pharmacy-supplies-without'),
          },
        ];
      return [
        {
          severity: 'informs',
          message:
            preparation === 'capsules'
              ? `Allergy: ${words}. Choose filler: ${fillerFor(chart) ?? 'sucrose'} filler is asked of the pharmacy.`
              : `Allergy: ${words}. Check the brand of the 50 mg tablet.`,
          sources,
        },
      ];
    }),
};
