/** Was another treatment of such pain tried? Medicines by ingredient, brand and RxNorm ingredient. */
import type { Sought } from './sought.ts';

function named(rxnorm: string, atc: string, words: RegExp): Sought {
  return { codes: new Set([rxnorm, ...atc.split(' ')]), words };
}

/** RxNorm ingredient, ATC. Names in English and Spanish. */
export const PAIN_TREATMENTS = {
  amitriptyline: named('704', 'N06AA09', /\b(?:amitript[iy]lin[ea]?|elavil|endep|tryptizol|deprelio)\b/i),
  nortriptyline: named('7531', 'N06AA10', /\b(?:nortript[iy]lin[ea]?|pamelor|aventyl|norpress|paxtibi)\b/i),
  duloxetine: named('72625', 'N06AX21', /\b(?:duloxetin[ea]?|cymbalta|xeristar|drizalma|irenka)\b/i),
  milnacipran: named('588250', 'N06AX17', /\bmilnacipr[aá]n\b|\b(?:savella|joncia)\b/i),
  venlafaxine: named('39786', 'N06AX16', /\b(?:venlafaxin[ea]?|efexor|effexor|vandral)\b/i),
  pregabalin: named('187832', 'N02BF02 N03AX16', /\b(?:pregabalina?|lyrica|alzain|axalid)\b/i),
  gabapentin: named('25480', 'N02BF01 N03AX12', /\b(?:gabapentina?|neurontin|gralise|horizant)\b/i),
  citalopram: named('2556', 'N06AB04', /\b(?:citalopram|celexa|cipramil|seropram)\b/i),
  fluoxetine: named('4493', 'N06AB03', /\b(?:fluoxetin[ea]?|prozac)\b/i),
  paroxetine: named('32937', 'N06AB05', /\b(?:paroxetin[ea]?|paxil|seroxat)\b/i),
  sertraline: named('36437', 'N06AB06', /\b(?:sertralin[ea]?|zoloft|lustral|besitran)\b/i),
} as const satisfies Record<string, Sought>;

export type PainTreatment = keyof typeof PAIN_TREATMENTS;
