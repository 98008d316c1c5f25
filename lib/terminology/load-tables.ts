/** Shell: reads the committed table files, once. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createRecogniser } from './recogniser.ts';
import type { Recogniser } from './recognition.ts';
import { OPTIONAL_FILES, parseTables, REQUIRED_FILES, type TableFile, type Tables } from './tables.ts';

/** Reads and parses the tables. Throws when a required file is missing; the optional ones may be. */
export function loadTables(folder = tablesFolder()): Tables {
  const files = new Map<TableFile, string>();
  for (const file of [...REQUIRED_FILES, ...OPTIONAL_FILES]) {
    const place = path.join(folder, file);
    if (existsSync(place)) files.set(file, readFileSync(place, 'utf8'));
  }
  return parseTables(files);
}

/** Found at run time: a bundler that followed this path would carry the whole project along. */
export function tablesFolder(): string {
  const ofTheServer = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'terminology', 'tables');
  // A command started from another folder finds them beside this file.
  return existsSync(ofTheServer)
    ? ofTheServer
    : path.join(/* turbopackIgnore: true */ import.meta.dirname, 'tables');
}

let installed: { readonly tables: Tables; readonly recognisers: Map<string | null, Recogniser> } | undefined;

/**
 * The tables of this installation and their recogniser, read at the first call and kept.
 * @param country ISO 3166 code of the site; null: not known, and a brand with two meanings is asked about.
 */
export function installedRecogniser(country: string | null = null): {
  readonly tables: Tables;
  readonly recognise: Recogniser;
} {
  installed ??= { tables: loadTables(), recognisers: new Map() };
  const { tables, recognisers } = installed;
  const recognise = recognisers.get(country) ?? createRecogniser(tables, country);
  recognisers.set(country, recognise);
  return { tables, recognise };
}
