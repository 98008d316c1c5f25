/** The other treatments by name, and for whom each did best. */
import type { PainKind } from '#lib/safety/alternatives.ts';
import type { PainTreatment } from '#lib/terminology/codes/pain-treatments.ts';

const NAMES: Readonly<Record<PainTreatment, string>> = {
  amitriptyline: 'amitriptyline',
  nortriptyline: 'nortriptyline',
  duloxetine: 'duloxetine',
  milnacipran: 'milnacipran',
  venlafaxine: 'venlafaxine',
  pregabalin: 'pregabalin',
  gabapentin: 'gabapentin',
  citalopram: 'citalopram',
  fluoxetine: 'fluoxetine',
  paroxetine: 'paroxetine',
  sertraline: 'sertraline',
};

/** In a prospective cohort of fibromyalgia, and in the European recommendations. */
const SUITS: Partial<Readonly<Record<PainTreatment, string>>> = {
  duloxetine: 'pain, quality of life, sleep',
  pregabalin: 'pain and sleep',
  milnacipran: 'where fatigue predominates',
  amitriptyline: 'sleep',
};

export function treatmentName(treatment: PainTreatment): string {
  return NAMES[treatment];
}

/** Null where no source says for whom, and for other pain than fibromyalgia. */
function suits(treatment: PainTreatment, pain: PainKind | null): string | null {
  return pain === 'fibromyalgia' ? (SUITS[treatment] ?? null) : null;
}

/** "duloxetine (pain, quality of life, sleep)" */
export function treatmentFor(treatment: PainTreatment, pain: PainKind | null): string {
  const whom = suits(treatment, pain);
  return whom === null ? NAMES[treatment] : `${NAMES[treatment]} (${whom})`;
}

const KINDS: Readonly<Record<PainKind, string>> = {
  fibromyalgia: 'fibromyalgia',
  neuropathic: 'neuropathic pain',
  chronic: 'chronic pain',
};

export function painKindWords(pain: PainKind | null): string {
  return pain === null ? 'pain' : KINDS[pain];
}
