/** docs/hazards.md says which control and which test hold each hazard. Here it is held to that, with the handout's own sentences. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { box, planOfPreset, sheetOf } from './handout/sheet-of.ts';

const PROJECT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8');

/** The hazards of the first list. They are never taken off it. */
const FIRST_HAZARDS = 35;

/** No control at all, as yet. */
const NO_CONTROL: readonly string[] = [];
/** A control with a known hole, named under its residual risk. */
const CONTROL_WITH_A_HOLE: readonly string[] = [];

interface Hazard {
  readonly number: string;
  readonly cells: readonly string[];
  readonly control: string;
  readonly proof: string;
  readonly residual: string;
}

const hazards: readonly Hazard[] = read('docs/hazards.md')
  .split('\n')
  .filter((line) => /^\| *\d/.test(line))
  .map((line) => {
    const cells = line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim());
    const [number = '', , , control = '', proof = '', residual = ''] = cells;
    return { number, cells, control, proof, residual };
  });

const isNotBuilt = ({ control }: Hazard) => control.startsWith('Not built: ');

function controlFiles({ control }: Hazard): string[] {
  return [...control.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
}

function namedTests({ proof }: Hazard): { readonly file: string; readonly title: string }[] {
  return [...proof.matchAll(/`([^`]+)`: "([^"]+)"/g)].map(([, file = '', title = '']) => ({ file, title }));
}

/** Written out as the title of a test, of a group, or of a row of a table of tests; not in a comment or an expectation. */
function isTitleIn(source: string, title: string): boolean {
  const escaped = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const literal = `(?:'${escaped}'|"${escaped}"|\`${escaped}\`)`;
  const calls = new RegExp(`(?:\\b(?:test|it|describe)|\\))\\(\\s*${literal}`);
  const rows = new RegExp(`(?:\\[|\\bname:)\\s*${literal},`);
  return calls.test(source) || rows.test(source);
}

describe('the hazard log', () => {
  test('holds every hazard once, with no number left out', () => {
    const numbers = hazards.map(({ number }) => Number(number)).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers.length).toBeGreaterThanOrEqual(FIRST_HAZARDS);
  });

  test('names what is not built, and nothing else is missing', () => {
    expect(hazards.filter(isNotBuilt).map(({ number }) => number)).toEqual(NO_CONTROL);
    const withHole = hazards.filter(({ residual }) => residual.includes('Not built: '));
    expect(withHole.map(({ number }) => number).sort()).toEqual([...CONTROL_WITH_A_HOLE].sort());
  });

  test.each(hazards)('$number has no empty cell', ({ cells }) => {
    expect(cells).toHaveLength(6);
    expect(cells.filter((cell) => cell === '')).toEqual([]);
  });

  test.each(hazards.filter((hazard) => !isNotBuilt(hazard)))(
    '$number has a control that exists',
    (hazard) => {
      const files = controlFiles(hazard);
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        expect(file).toMatch(/^(lib|app)\/.*\.tsx?$/);
        expect(existsSync(join(PROJECT, file)), file).toBe(true);
      }
    },
  );

  test.each(hazards.filter((hazard) => !isNotBuilt(hazard)))('$number has a test that exists', (hazard) => {
    const tests = namedTests(hazard);
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.map(({ file, title }) => `\`${file}\`: "${title}"`).join('; ')).toBe(hazard.proof);
    for (const { file, title } of tests) {
      expect(file).toMatch(/^test\/.*\.test\.ts$/);
      expect(existsSync(join(PROJECT, file)), file).toBe(true);
      expect(isTitleIn(read(file), title), `${file}: ${title}`).toBe(true);
    }
  });

  test.each(hazards.filter(isNotBuilt))('$number claims no test for what is not built', ({ proof }) => {
    expect(proof).toBe('Not built');
  });
});

describe('a title is found only where a test carries it', () => {
  test.each([
    ['a test', "test('stops the write', () => {", true],
    ['a table of tests', "test.each(rows)(\n  'stops the write',", true],
    ['a row of a table', "  [\n    'stops the write',\n    [order],", true],
    ['a named row', "{ name: 'stops the write', rows }", true],
    ['a comment', '// stops the write', false],
    ['an expectation', "expect(text).toContain('stops the write');", false],
    ['a longer title', "test('stops the write and is shown', () => {", false],
  ])('%s', (_, source, isTitle) => {
    expect(isTitleIn(source, 'stops the write')).toBe(isTitle);
  });
});

describe('the sentences of the handout that hazards rest on', () => {
  const sheet = sheetOf(planOfPreset('standard'));

  test('gives the patient a wallet card that names the drug, the dose and what to avoid', () => {
    const card = box(sheet, 'Card for your wallet');
    expect(card).toContain('LOW-DOSE NALTREXONE');
    expect(card).toContain('up to 4.5 mg');
    expect(card).toContain('Do not give me opioids');
    expect(card).toContain('anaesthetist');
  });

  test('warns of overdose, both over the blockade and after stopping', () => {
    const warning = sheet.warning.lines.join(' ');
    expect(warning).toMatch(/Do not take more of an opioid to get past LDN: it can stop your breathing/);
    expect(warning).toMatch(/Once you stop LDN, an opioid can hit you harder than before/);
  });

  test('names the signs of withdrawal and whom to call', () => {
    const warning = sheet.warning.lines.join(' ');
    for (const sign of ['runny nose', 'sweat', 'shake', 'panic', 'vomit', 'cramps', 'diarrhoea']) {
      expect(warning).toContain(sign);
    }
    expect(warning).toContain('Then call 911. Say that you took naltrexone.');
  });

  test('tells the patient not to start again alone after more than 14 missed nights', () => {
    expect(box(sheet, 'If you miss a night')).toMatch(
      /More than 14 nights missed: do not start again by yourself\. Call us/,
    );
  });
});
