/** How long a product stays on board, from the words of its name. */
import type { ProductRelease } from './recognition.ts';

const LONG_ACTING = new Set(
  `er xr xl sr cr la mr pr lp extended sustained controlled modified prolonged retard retardtablette retardtabletten retardkapsel retardkapseln
   retardiert retardierte retardierten retardierter depottablett depottabletten depottabletter depottabletti depotkapsel depotkapsler
   verlengde gereguleerde vertraagde verlangerte verlangerter verlangerten przedluzonym zmodyfikowanym
   prolongee prolongada prolungato depot patch patches pflaster parche parches cerotto cerotti transdermal transdermique transdermico transdermica
   implant implants ptch pttw ptwk tbcr tber cper srer suer sa continus contin long 12h 24h oros`.split(
    /\s+/,
  ),
);
/** Solid forms: immediate for a generic name, but a brand of tablets may be long-acting without saying so. */
const SOLID = new Set(
  'tablet tablets tab tabs tabl tablette tabletten comprimido comprimidos comprime comprimes compressa compresse capsule capsules cap caps kapsel kapseln capsula capsulas gelule gelules caplet caplets'.split(
    ' ',
  ),
);
const IMMEDIATE = new Set(
  `ir immediate solution soln sol liquid syrup elixir linctus suspension injection injectable inj ampoule ampoules ampule vial
   vials prefilled syringe lozenge lozenges troche sublingual buccal nasal spray suppository suppositories rectal drops drop
   tropfen gotas gouttes sirop jarabe saft orodispersible disintegrating odt effervescent soluble mixture tincture iv
   intravenous chewable`.split(/\s+/),
);

/** The release itself; in the Romance languages what kind it is follows. */
const RELEASE_OF = new Set(
  'liberacion liberation liberacao libertacao rilascio accion azione cessione desagregacion'.split(' '),
);
const AT_ONCE = /^(inmediata|immediat[aeo]|imediata|normal[e]?|rapid[aeo]|convencional)$/;
/** In English it comes before: "slow-release", "delayed action". */
const RELEASE = new Set(['release', 'action', 'acting']);
const SLOW = new Set(['slow', 'timed', 'time', 'delayed', 'gradual', 'prolonged']);
/** "m/r", "P/R", "S.R." */
const LETTERS_OF_RELEASE = new Set(['mr', 'pr', 'sr', 'xr', 'er', 'cr', 'xl']);

const HOURS = new Set(['12', '24', '72']);
/** "T12A" and "C24A" are tablets and capsules over 12 and 24 hours. */
const LETTER_OF_FORM = new Set(['t', 'c']);

/**
 * The release that the words of a text tell. "12 hour", "24 hr" and "TB24" are long-acting, "every 12 hours" is not; a solid form tells only with a generic
 * name, which the caller knows.
 */
export function releaseInWords(words: readonly string[], isGeneric: boolean): ProductRelease {
  let immediate = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const next = words[at + 1] ?? '';
    if (LONG_ACTING.has(word)) return 'long-acting';
    if (RELEASE_OF.has(word) && next !== '' && !AT_ONCE.test(next)) return 'long-acting';
    if (SLOW.has(word) && RELEASE.has(next)) return 'long-acting';
    if (next.length === 1 && LETTERS_OF_RELEASE.has(`${word}${next}`)) return 'long-acting';
    const isTimedForm =
      word === 'tb' || word === 'cp' || word === 'pt' || (LETTER_OF_FORM.has(word) && words[at + 2] === 'a');
    if (isTimedForm && HOURS.has(next)) return 'long-acting';
    const isHours = word === 'hour' || word === 'hr' || word === 'h';
    const hours = words[at - 1];
    if (isHours && HOURS.has(hours ?? '') && words[at - 2] !== 'q' && words[at - 2] !== 'every')
      return 'long-acting';
    if (IMMEDIATE.has(word) || (isGeneric && SOLID.has(word))) immediate = true;
  }
  return immediate ? 'immediate' : 'unknown';
}

/** Long-acting wins over immediate, and either over unknown. */
export const longest = (a: ProductRelease, b: ProductRelease): ProductRelease =>
  a === 'long-acting' || b === 'long-acting'
    ? 'long-acting'
    : a === 'immediate' || b === 'immediate'
      ? 'immediate'
      : 'unknown';
