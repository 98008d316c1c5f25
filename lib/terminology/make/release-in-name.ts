/** What a product's printed name says about its release. */
import type { LongActing } from '#lib/terminology/tables.ts';

const LONG_ACTING_WORDS =
  /\b(?:sr|mr|pr|xl|xr|er|cr|la|lp|retard|continus|contin)\b|modified.release|prolonged.release|extended.release|\b(?:12|24).?h(?:ou)?r|patch|transdermal|implant|depot|\b380 ?mg\b|vivitrol/i;
/** Morphine for a day, which no other word of its name tells. */
const LONG_ACTING_BRANDS = /\bmxl\b/i;
const FORM_WORDS =
  /tablet|capsule|solution|suspension|injection|infusion|suppositor|lozenge|spray|syrup|linctus|powder|granule|mixture|liquid|film|drops|elixir|tincture/i;

/** `unknown` where the name tells no form. */
export const releaseInName = (name: string): LongActing => {
  if (LONG_ACTING_WORDS.test(name) || LONG_ACTING_BRANDS.test(name)) return 'yes';
  return FORM_WORDS.test(name) ? 'no' : 'unknown';
};
