/** Reads the marks `verifies: <guide>@<number>` in the tests and prints which requirement is verified where. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GUIDE, requirements } from './requirements.ts';

const TESTS = join(import.meta.dirname, '..');
const MARK = new RegExp(`${GUIDE.replaceAll('.', '\\.')}@(\\d+)`, 'g');

/** The test files that verify each requirement, by its number. Numbers nobody has listed are among them. */
export function verified(): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.test.ts'),
  );
  for (const file of files.sort()) {
    const marks = readFileSync(join(TESTS, file), 'utf8')
      .split('\n')
      .filter((line) => line.trimStart().startsWith('// verifies: '));
    for (const [, number] of marks.join('\n').matchAll(MARK)) {
      const files = found.get(Number(number)) ?? [];
      found.set(Number(number), files.includes(`test/${file}`) ? files : [...files, `test/${file}`]);
    }
  }
  return found;
}

/** docs/conformance.md. */
export function coverageText(): string {
  const byRequirement = verified();
  const covered = requirements.filter(({ number }) => byRequirement.has(number)).length;
  const lines = requirements.map(({ number, section, text }) => {
    const files = byRequirement.get(number) ?? [];
    return `| ${GUIDE}@${number} | ${section} | ${text} | ${files.join(', ') || 'none'} |`;
  });
  return `# Conformance to SMART App Launch 2.2.0

What the guide asks of a client, in our own words and numbered here; the tests carry the marks. Verified: ${covered} of ${requirements.length}.
Made by \`npm run docs\`.

| requirement | section | what is asked | verified by |
|---|---|---|---|
${lines.join('\n')}
`;
}

if (import.meta.main) console.log(coverageText());
