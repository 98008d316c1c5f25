/** The words about the opioid tables: how old they are, and what a site gives up when it removes one. */
import type { OptionalFile, Tables } from '#lib/terminology/tables.ts';
import type { TablesAge } from '#lib/terminology/tables-age.ts';

/** "Opioid tables of RxNorm 2025-10-06, dm+d 2019." with the warning when they are old. */
export function tablesSentence({ of, months, isOld }: TablesAge): string {
  const warning = isOld
    ? ` They are ${months} months old: newer opioid products may not be recognised. Ask IT to update them.`
    : '';
  return `Opioid tables of ${of}.${warning}`;
}

const GIVEN_UP: Readonly<Record<OptionalFile, string>> = {
  'snomed.txt':
    'What SNOMED CT codes mean: this site has removed the table. A medicine coded in SNOMED CT alone is asked about, not recognised',
  'dmd.txt':
    'What UK dm+d codes mean: this site has removed the table. A medicine coded in dm+d alone is asked about, not recognised',
};

/** One line for each removed table, for "What this app cannot see". */
export function absentTables({ absent }: Pick<Tables, 'absent'>): readonly string[] {
  return absent.map((file) => GIVEN_UP[file]);
}
