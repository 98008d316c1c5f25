/** Treatments that come before, or beside, low-dose naltrexone: by what hurts, and by what the guidance of the country names. */

import type { Chart, MedicationRow } from '#lib/chart/chart.ts';
import type { MedicationState } from '#lib/chart/states.ts';
import type { Jurisdiction } from '#lib/settings/site.ts';
import { PAIN_TREATMENTS, type PainTreatment } from '#lib/terminology/codes/pain-treatments.ts';
import type { Citation } from './citation.ts';
import { medicationIsSought } from './concept.ts';
import type { Indication, IndicationKind } from './indication.ts';

export type PainKind = 'fibromyalgia' | 'neuropathic' | 'chronic';

interface Offered {
  /** Those for whom the sources name one come first. Empty where no guidance is held for this pain. */
  readonly treatments: readonly PainTreatment[];
  readonly basis: readonly Citation[];
}

const SNRI_AND_PREGABALIN = ['duloxetine', 'milnacipran', 'pregabalin'] as const;

/** POLICY: where no guidance of the country is held, that of Europe's rheumatologists stands in. */
const EULAR: Offered = { treatments: ['amitriptyline', ...SNRI_AND_PREGABALIN], basis: ['eular2017'] };

/** US: approved for fibromyalgia, and amitriptyline, which is not and is used. */
const FIBROMYALGIA: Readonly<Record<Jurisdiction, Offered>> = {
  US: {
    treatments: [...SNRI_AND_PREGABALIN, 'amitriptyline'],
    basis: ['guidelineSummary', 'compoundingPharmacy', 'eular2017'],
  },
  GB: {
    treatments: ['amitriptyline', 'duloxetine', 'citalopram', 'fluoxetine', 'paroxetine', 'sertraline'],
    basis: ['niceChronicPain'],
  },
  CA: { treatments: ['amitriptyline', 'duloxetine', 'pregabalin'], basis: ['canadianFibromyalgia'] },
  AU: { treatments: ['amitriptyline', ...SNRI_AND_PREGABALIN], basis: ['australianPrescriber'] },
  NZ: EULAR,
  ES: EULAR,
};

/** International guidance, but where the country has its own. */
const NEUPSIG: Offered = {
  treatments: ['amitriptyline', 'nortriptyline', 'duloxetine', 'venlafaxine', 'gabapentin', 'pregabalin'],
  basis: ['neupsig2015'],
};
const NEUROPATHIC: Readonly<Record<Jurisdiction, Offered>> = {
  US: NEUPSIG,
  GB: {
    treatments: ['amitriptyline', 'duloxetine', 'gabapentin', 'pregabalin'],
    basis: ['niceNeuropathicPain'],
  },
  CA: NEUPSIG,
  AU: NEUPSIG,
  NZ: {
    treatments: ['amitriptyline', 'nortriptyline', 'gabapentin', 'pregabalin'],
    basis: ['bpacNeuropathicPain'],
  },
  ES: NEUPSIG,
};

const PAIN_KINDS: Partial<Readonly<Record<IndicationKind, PainKind>>> = {
  fibromyalgia: 'fibromyalgia',
  'neuropathic-pain': 'neuropathic',
  'diabetic-neuropathy': 'neuropathic',
  'complex-regional-pain': 'neuropathic',
  'chronic-pain': 'chronic',
};

/** Null where the chart names no indication, or one that is no pain. */
export function painKind(indication: Indication | null): PainKind | null {
  return indication === null ? null : (PAIN_KINDS[indication.kind] ?? null);
}

/** The fibromyalgia list only with fibromyalgia; of other chronic pain only the UK's guidance names medicines. */
export function alternativesFor(kind: PainKind | null, jurisdiction: Jurisdiction): Offered {
  if (kind === 'fibromyalgia') return FIBROMYALGIA[jurisdiction];
  if (kind === 'neuropathic') return NEUROPATHIC[jurisdiction];
  return kind === 'chronic' && jurisdiction === 'GB' ? FIBROMYALGIA.GB : { treatments: [], basis: [] };
}

const NEVER_TAKEN: ReadonlySet<MedicationState> = new Set(['in-error', 'withdrawn', 'denied', 'drafted']);

/** Those offered that no row of the chart shows as ordered or taken. */
export function alternativesLeft(
  { medications }: Chart,
  {
    indication,
    jurisdiction,
  }: { readonly indication: Indication | null; readonly jurisdiction: Jurisdiction },
): Offered & { readonly pain: PainKind | null } {
  const pain = painKind(indication);
  const { treatments, basis } = alternativesFor(pain, jurisdiction);
  const taken = medications.filter(({ state }) => !NEVER_TAKEN.has(state));
  return {
    pain,
    basis,
    treatments: treatments.filter((treatment) => !taken.some((row) => isTreatment(row, treatment))),
  };
}

/** Taken for pain wherever it is: these count as tried whatever the country offers. */
const ALWAYS_COUNT: readonly PainTreatment[] = [
  'amitriptyline',
  'nortriptyline',
  'duloxetine',
  'milnacipran',
  'pregabalin',
  'gabapentin',
];

/** Every treatment that counts as an alternative tried: those offered, and those in use for pain everywhere. */
export function countsAsTried({ treatments }: Offered): readonly PainTreatment[] {
  return [...new Set([...treatments, ...ALWAYS_COUNT])];
}

export function isTreatment({ medication }: MedicationRow, treatment: PainTreatment): boolean {
  return medicationIsSought(medication, PAIN_TREATMENTS[treatment]);
}
