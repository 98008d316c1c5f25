/** `npm run docs`: writes the pages of docs/ that are made from the code. A test fails while one of them is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageText } from '../conformance/coverage.ts';
import { architectureText } from './architecture.ts';
import { auditFields } from './audit-fields.ts';
import { licencesText } from './licences.ts';

const PROJECT = join(import.meta.dirname, '..', '..');

interface MadePage {
  readonly path: string;
  readonly wanted: string;
  readonly text: string;
}

export function madePages(): readonly MadePage[] {
  return [
    page('docs/conformance.md', () => coverageText()),
    page('docs/licences.md', () => licencesText()),
    page('docs/architecture.md', (text) => betweenMarks(text, architectureText())),
    page('docs/audit.md', (text) => betweenMarks(text, auditFields())),
  ];
}

function page(path: string, make: (text: string) => string): MadePage {
  let text = '';
  try {
    text = readFileSync(join(PROJECT, path), 'utf8');
  } catch {
    // Not made yet.
  }
  return { path, text, wanted: make(text) };
}

/** The page with what stands between its marks replaced. */
function betweenMarks(text: string, made: string): string {
  return text.replace(
    /(<!-- made by npm run docs -->\n)[\s\S]*?(<!-- end -->)/,
    (_all, begin, end) => `${begin}${made}\n${end}`,
  );
}

if (import.meta.main) for (const { path, wanted } of madePages()) writeFileSync(join(PROJECT, path), wanted);
