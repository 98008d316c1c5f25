/** What a site gives up when it removes a table: one line each for "What this app cannot see". */
import type { OptionalFile, Tables } from './tables.ts';

const GIVEN_UP: Readonly<Record<OptionalFile, string>> = {
  'snomed.txt':
    'What SNOMED CT codes mean: this site has removed the table. A medicine coded in SNOMED CT alone is asked about, not recognised',
  'dmd.txt':
    'What UK dm+d codes mean: this site has removed the table. A medicine coded in dm+d alone is asked about, not recognised',
};

export function absentTables({ absent }: Pick<Tables, 'absent'>): readonly string[] {
  return absent.map((file) => GIVEN_UP[file]);
}
