/** The installed tables, their recogniser, and short ways to write a medication down. */
import path from 'node:path';
import { loadTables } from '#lib/terminology/load-tables.ts';
import { createRecogniser } from '#lib/terminology/recogniser.ts';
import type { ChartCoding, MedicationDescription, Recognition } from '#lib/terminology/recognition.ts';

export const TABLES_FOLDER = path.join(import.meta.dirname, '..', '..', 'lib', 'terminology', 'tables');
export const tables = loadTables(TABLES_FOLDER);
export const recognise = createRecogniser(tables);

export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
export const SNOMED = 'http://snomed.info/sct';
export const NDC = 'http://hl7.org/fhir/sid/ndc';
export const ATC = 'http://www.whocc.no/atc';
export const UNII = 'http://fdasis.nlm.nih.gov';

export const coding = (
  system: string | null,
  code: string | null,
  display: string | null = null,
): ChartCoding => ({
  system,
  code,
  display,
});

export const medication = (parts: Partial<MedicationDescription>): MedicationDescription => ({
  codings: [],
  texts: [],
  ingredients: [],
  unresolved: [],
  ...parts,
});

export const fromText = (...texts: string[]): Recognition => recognise(medication({ texts }));
export const fromCode = (system: string | null, code: string, display: string | null = null): Recognition =>
  recognise(medication({ codings: [coding(system, code, display)] }));
