/** The sheet of a plan, for tests. */
import { handout } from '#lib/handout/handout.ts';
import { NOBODY, type WhoToCall } from '#lib/handout/who-to-call.ts';
import type { Jurisdiction } from '#lib/settings/site.ts';
import { PRESETS, type PresetId, proposeRegimen } from '#lib/titration/propose-regimen.ts';
import type { Regimen } from '#lib/titration/regimen.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { sheetWords } from '#lib/words/en/handout-sheet.ts';
import type { SheetSection, SheetWords } from '#lib/words/shapes.ts';
import { AS_OF, planOf } from '../titration/regimens.ts';

const NOBODY_KNOWN: WhoToCall = { prescriber: NOBODY, clinic: NOBODY };

export function planOfPreset(id: PresetId, changes: Partial<Regimen> = {}): TitrationPlan {
  return planOf({ ...proposeRegimen(AS_OF, PRESETS[id]), ...changes });
}

export function sheetOf(
  plan: TitrationPlan,
  { country, call = NOBODY_KNOWN }: { readonly country?: Jurisdiction; readonly call?: WhoToCall } = {},
): SheetWords {
  return sheetWords(handout(plan, country), call);
}

/** Everything a patient reads as sentences, box by box. */
export function boxesOf(sheet: SheetWords): readonly SheetSection[] {
  return [
    sheet.warning,
    sheet.start,
    sheet.goingUp,
    ...sheet.sections,
    ...(sheet.mixing === null ? [] : [sheet.mixing]),
    { title: 'Card for your wallet', lines: [...sheet.walletCard.holder, ...sheet.walletCard.reader] },
  ];
}

export function box(sheet: SheetWords, title: string): string {
  return (
    boxesOf(sheet)
      .find((one) => one.title === title)
      ?.lines.join(' ') ?? ''
  );
}
