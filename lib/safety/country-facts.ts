/**
 * What differs between countries where this app speaks to a prescriber. Facts alone, names as people there say them; the words about
 * them are lib/words'.
 */
import type { Jurisdiction } from '#lib/settings/site.ts';

/** A register of the controlled medicines that were handed out to a patient, whoever prescribed them. */
export interface MonitoringRecord {
  /** One for the country by state (US), a real-time one a state (AU), what a province keeps (CA). */
  readonly kind: 'state-program' | 'real-time' | 'provincial';
  /** What people look it up as. Of several states or provinces, where nobody says which it is. */
  readonly names: readonly string[];
}

/** Opioids that a pharmacy sells without a prescription somewhere. */
export type SoldOpioid =
  | 'co-codamol'
  | 'paracetamol-dihydrocodeine'
  | 'ibuprofen-codeine'
  | 'codeine-linctus'
  | 'kaolin-morphine'
  | 'acetaminophen-codeine';

interface CountryFacts {
  /** Null where there is none to be looked at, so that nothing is asked. */
  readonly monitoringRecord: MonitoringRecord | null;
  /** Empty where none is sold. */
  readonly overTheCounter: readonly SoldOpioid[];
  /** What is called where a life is in danger. */
  readonly emergencyNumber: string;
  /** Whose names medicines go by: those of the US (meperidine), or the international ones (pethidine). */
  readonly drugNames: 'us' | 'international';
}

/** POLICY: a site that names no country is spoken to as one in the US. What a brand means is not settled by that: it is asked. */
export const DEFAULT_JURISDICTION: Jurisdiction = 'US';

/**
 * @see AU: Alcohol and Drug Foundation, "Real-time prescription monitoring" (adf.org.au); codeine on prescription since 2018
 * @see NZ: Medsafe, codeine on prescription from 5 November 2020 (bpac.org.nz/2020/codeine-rx); Medsafe, "Use of Unapproved Medicines
 *   and Unapproved Use of Medicines"
 * @see GB: pharmacy medicines under the Human Medicines Regulations 2012; GMC, "Prescribing unlicensed medicines"
 * POLICY, for the clinic to confirm: which records a prescriber is to look at, and the over-the-counter lists.
 */
const COUNTRIES: Readonly<Record<Jurisdiction, CountryFacts>> = {
  US: {
    emergencyNumber: '911',
    monitoringRecord: { kind: 'state-program', names: ['PDMP'] },
    overTheCounter: [],
    drugNames: 'us',
  },
  GB: {
    emergencyNumber: '999',
    monitoringRecord: null,
    overTheCounter: [
      'co-codamol',
      'paracetamol-dihydrocodeine',
      'ibuprofen-codeine',
      'codeine-linctus',
      'kaolin-morphine',
    ],
    drugNames: 'international',
  },
  NZ: {
    emergencyNumber: '111',
    monitoringRecord: null,
    overTheCounter: [],
    drugNames: 'international',
  },
  AU: {
    emergencyNumber: '000',
    monitoringRecord: {
      kind: 'real-time',
      names: [
        'SafeScript',
        'QScript',
        'ScriptCheckSA',
        'ScriptCheckWA',
        'CanberraScript',
        'NTScript',
        'DORA',
      ],
    },
    overTheCounter: [],
    drugNames: 'international',
  },
  CA: {
    emergencyNumber: '911',
    monitoringRecord: { kind: 'provincial', names: ['PharmaNet', 'Netcare', 'DHDR'] },
    overTheCounter: ['acetaminophen-codeine'],
    drugNames: 'us',
  },
  ES: {
    emergencyNumber: '112',
    monitoringRecord: null,
    overTheCounter: [],
    drugNames: 'international',
  },
};

export function countryFacts(jurisdiction: Jurisdiction): CountryFacts {
  return COUNTRIES[jurisdiction];
}
