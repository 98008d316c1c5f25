/**
 * Makes the committed opioid tables: `npm run terminology -- FOLDER`, FOLDER holding the source CSV tables and their
 * README.md (when they were made, of which releases). Writes nothing and ends with 1 when a check fails, above all when an ingredient that stood in
 * the committed tables has vanished.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TablesManifest } from '#lib/terminology/tables.ts';
import { appTables } from './app-tables.ts';
import { HAND_KEPT_FILE, handKept } from './hand-kept.ts';
import { faultsOf, readSourceTables } from './source-tables.ts';

const TABLES = path.join(import.meta.dirname, '..', 'tables');

const LICENCES = [
  'RxNorm and NDC: This product uses publicly available data courtesy of the U.S. National Library of Medicine (NLM), National Institutes of Health, Department of Health and Human Services; NLM is not responsible for the product and does not endorse or recommend this or any other product.',
  'DrugBank open vocabulary: CC0.',
  'UNII: U.S. Food and Drug Administration, public domain.',
  'ATC codes: WHO Collaborating Centre for Drug Statistics Methodology; codes used as identifiers only.',
  'SNOMED CT (snomed.txt): owned by SNOMED International; use needs an affiliate licence. Delete the file where that is not settled.',
  'Names of the national lists (other-names-national.txt, partner-names.txt, homonyms.txt, family-brands.txt, form-words.txt, maker-words.txt, device-words.txt, device-brands.txt): facts of public lists of ANSM (France), Health Canada, NHS Business Services Authority, AIFA (Italy), the Australian PBS, hospitals and surveys of the United States and others, 2010 to 2026; terms still to be confirmed before these files are passed on: ANSM, HAS and UNCAM (own reuse conditions: source and date named); Health Canada CCDD (Open Government Licence - Canada?); BNF code information and public code lists of dm+d names (Open Government Licence v3.0 for the file; the classification has its own owner); CPRD code lists (MIT and CC BY 4.0 say the authors; CPRD has terms of its own); names of Oxford University Hospitals; AIFA (open data); Australian PBS of 2010 (Commonwealth copyright); Egypt (CC0 says a collection without a named publisher); a German list and two lists of psychoactive substances (none stated); Sweden (FASS of Lif, through the public package swedish-medications 2.0.0, MIT; terms of FASS to be confirmed); WHO list (CC BY-NC-SA 3.0 IGO?); eICU name list (PhysioNet data use agreement for the database); Multum names in NHAMCS. Facts of hospital price lists are published by federal rule. With these files empty the app works and asks more.',
  'dm+d (dmd.txt): NHS Business Services Authority, Open Government Licence v3.0; its codes are SNOMED CT identifiers. Further codes, as numbers with their ingredients and release: opioid code lists of the Pharmacoepi Data Collaborative for CPRD Aurum and Gold (Annie Jeffery, UCL; commit 175297d of github.com/Pharmacoepi-Data-Collaborative/home, 2023), MIT and CC BY 4.0 say the authors; CPRD has terms of its own, still to be confirmed. May be deleted.',
];

/** How README.md names the releases; the age of the tables is that of the first. */
const RELEASES: readonly { readonly of: string; readonly named: RegExp }[] = [
  { of: 'RxNorm', named: /RxNorm Current Prescribable Content (\d{4}-\d{2}-\d{2})/ },
  { of: 'dm+d', named: /\bdm\+d (\d{4}(?:-\d{2}){0,2})\b/ },
];

const WHAT: Readonly<Record<string, string>> = {
  'ingredients.json': 'opioid agonists and antagonists',
  'ingredient-codes.txt': 'ATC, DrugBank and UNII codes of the ingredients',
  'rxnorm-opioids.txt': 'RxNorm codes, active and retired, of products with an opioid agonist or antagonist',
  'rxnorm-others.txt': 'RxNorm codes of all other prescribable products',
  'ndc.txt': 'NDC labeller and product numbers of opioid products',
  'snomed.txt': 'SNOMED CT codes; may be deleted',
  'dmd.txt': 'UK dm+d codes; may be deleted',
  'opioid-names.txt': 'generic names, brands, abbreviations and foreign names of opioids',
  'other-names-rxnorm.txt': 'names of other drugs, from RxNorm',
  'homonyms.txt': 'brands that are an opioid product in one country and an ordinary one in another',
  'other-names-drugbank.txt': 'names of other drugs, from the DrugBank open vocabulary',
  'other-names-national.txt': 'names of other drugs, from the lists of eleven countries',
  'partner-names.txt': 'those names of other drugs that come in mixtures with opioids',
  'family-brands.txt': 'brands that come with an opioid under a line word, and without one as themselves',
  'form-words.txt': 'words of form, route, package and strength that name no drug',
  'maker-words.txt': 'words of makers and their lines that name no drug',
  'device-brands.txt': 'makers and brands of appliances',
  'device-terms.txt':
    'words of devices in a dozen languages by what they tell, written by hand from general knowledge of device nomenclature',
  'device-words.txt': 'words of dressings, tests, appliances and their brands',
};

/** Codes or names in a file: what stands after "key:" or "key ", else the line. */
function countOf(file: string, content: string): number {
  const lines = content.trim().split('\n');
  if (file === 'ingredients.json') return (JSON.parse(content) as unknown[]).length;
  const codesInLine = (line: string): number =>
    line
      .slice(line.indexOf(':') + 1)
      .trim()
      .split(' ').length;
  if (file.startsWith('rxnorm') || ['snomed.txt', 'dmd.txt', HAND_KEPT_FILE].includes(file))
    return lines.reduce((sum, line) => sum + codesInLine(line), 0);
  if (/-words\.txt$|^device-/.test(file)) return lines.reduce((sum, line) => sum + line.split(' ').length, 0);
  if (file === 'ndc.txt') return lines.reduce((sum, line) => sum + line.split(' ').length - 1, 0);
  return lines.length;
}

const REASONS_SHOWN = 20;
/** Opioid names may go where their source withdrew them; never because a source table was left out. */
const NAMES_MAY_GO = '--names-may-go';

const namesIn = (file: string): string[] => file.split('\n').map((line) => line.split('\t')[0] ?? '');

/** A sentence for each opioid name that stands in the committed table and in no new one. */
export function namesGone(before: string, after: string): string[] {
  const kept = new Set(namesIn(after));
  return namesIn(before)
    .filter((name) => !kept.has(name))
    .map((name) => `The opioid name "${name}" stood in the tables before and is gone.`);
}

function fail(reasons: readonly string[], advice = ''): never {
  for (const reason of reasons.slice(0, REASONS_SHOWN)) process.stderr.write(`${reason}\n`);
  if (reasons.length > REASONS_SHOWN) process.stderr.write(`and ${reasons.length - REASONS_SHOWN} more\n`);
  if (advice !== '') process.stderr.write(`${advice}\n`);
  process.stderr.write('No table was written.\n');
  process.exit(1);
}

function readSource(folder: string) {
  try {
    return {
      readme: readFileSync(path.join(folder, 'README.md'), 'utf8'),
      source: readSourceTables(folder),
    };
  } catch (error) {
    return fail([`The source tables cannot be read: ${error instanceof Error ? error.message : error}`]);
  }
}

function main(folder: string | undefined, options: readonly string[]): void {
  if (!folder) fail(['Name the folder of the source tables: npm run terminology -- FOLDER']);
  const { readme, source } = readSource(folder);
  const made = /\bMade (\d{4}-\d{2})\b/.exec(readme)?.[1];
  if (!made) fail(['README.md of the source tables does not say when they were made ("Made YYYY-MM").']);
  const releases = RELEASES.flatMap(({ of, named }) => {
    const release = named.exec(readme)?.[1];
    return release === undefined ? [] : [{ of, release }];
  });
  if (releases[0]?.of !== RELEASES[0]?.of)
    fail([
      'README.md of the source tables does not name their release ("RxNorm Current Prescribable Content YYYY-MM-DD").',
    ]);
  const committed = path.join(TABLES, 'ingredients.json');
  const before = existsSync(committed)
    ? (JSON.parse(readFileSync(committed, 'utf8')) as { id: string }[])
    : [];
  const faults = faultsOf(
    source,
    before.map((row) => row.id),
  );
  if (faults.length > 0) fail(faults);

  const { files, faults: ofNames } = appTables(source);
  if (ofNames.length > 0) fail(ofNames);
  const committedNames = path.join(TABLES, 'opioid-names.txt');
  if (existsSync(committedNames) && !options.includes(NAMES_MAY_GO)) {
    const gone = namesGone(readFileSync(committedNames, 'utf8'), files.get('opioid-names.txt') ?? '');
    if (gone.length > 0)
      fail(gone, `Is a source table missing? Where they are meant to go, add ${NAMES_MAY_GO}.`);
  }
  const manifest: TablesManifest = {
    made,
    releases,
    source:
      'RxNorm Current Prescribable Content, public opioid value sets, dm+d, DrugBank open vocabulary, WHO ATC codes',
    licences: LICENCES,
    files: [...files, [HAND_KEPT_FILE, handKept] as const].map(([file, content]) => ({
      file,
      what: WHAT[file] ?? '',
      count: countOf(file, content),
    })),
  };
  mkdirSync(TABLES, { recursive: true });
  for (const [file, content] of files) writeFileSync(path.join(TABLES, file), content);
  writeFileSync(path.join(TABLES, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const { file, count } of manifest.files) process.stdout.write(`${file}: ${count}\n`);
}

if (import.meta.main) main(process.argv[2], process.argv.slice(3));
