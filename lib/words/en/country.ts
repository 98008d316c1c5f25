/** What is called differently from country to country. */
import { countryFacts, type MonitoringRecord, type SoldOpioid } from '#lib/safety/country-facts.ts';
import type { Jurisdiction } from '#lib/settings/site.ts';

const RECORDS: Readonly<Record<MonitoringRecord['kind'], string>> = {
  'state-program': 'Prescription monitoring record',
  'real-time': 'Real-time prescription monitoring',
  provincial: "The province's record of dispensed medicines",
};

/** "Prescription monitoring record (PDMP)" */
export function monitoringRecordName({ kind, names }: MonitoringRecord): string {
  return `${RECORDS[kind]} (${names.join(', ')})`;
}

/** As patients know them. */
const SOLD: Readonly<Record<SoldOpioid, string>> = {
  'co-codamol': 'co-codamol 8/500',
  'paracetamol-dihydrocodeine': 'paracetamol with dihydrocodeine',
  'ibuprofen-codeine': 'Nurofen Plus',
  'codeine-linctus': 'codeine linctus',
  'kaolin-morphine': 'kaolin and morphine',
  'acetaminophen-codeine': 'acetaminophen with codeine 8 mg',
};

/** "co-codamol 8/500, Nurofen Plus" */
export function soldOpioids(sold: readonly SoldOpioid[]): string {
  return sold.map((one) => SOLD[one]).join(', ');
}

/** The opioids that no chart shows, before the word "opioids". */
export function otherOpioids(overTheCounter: readonly SoldOpioid[]): string {
  const bought = overTheCounter.length === 0 ? '' : ` (${soldOpioids(overTheCounter)})`;
  return `leftover, over-the-counter${bought}, clinic-dispensed, borrowed and illicit`;
}

/** Opioids that the US, and Canada with it, call otherwise than the international list. */
const US_NAMES: Readonly<Partial<Record<string, string>>> = { pethidine: 'meperidine' };

/** An opioid as prescribers of that country know it. */
export function opioidName(ingredient: string, jurisdiction: Jurisdiction): string {
  return countryFacts(jurisdiction).drugNames === 'us' ? (US_NAMES[ingredient] ?? ingredient) : ingredient;
}
