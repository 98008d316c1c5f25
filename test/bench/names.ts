/**
 * `npm run bench -- names`: how medicines as lists of hospitals, pharmacies and countries write them are recognised.
 * `--half a` or `--half b` looks at one half of the strings alone, `--show cannot-tell`, `--show missed`, `--show called`
 * and `--source us-eicu` list them.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { Recognition } from '#lib/terminology/recognition.ts';
import { doubtWords } from '#lib/words/en/recognised-by.ts';

const FOLDER = path.join(import.meta.dirname, '..', '..', '..', 'shared', 'terminology', 'eval');
/** Rows of medicines in one stay at the intensive care units of eICU. */
const ROWS_A_STAY = 13;
const STAYS = 2_000;

interface Line {
  readonly text: string;
  /** A code without any text. */
  readonly isCodeAlone: boolean;
  readonly expected: 'opioid' | 'not-opioid';
  readonly source: string;
  readonly weight: number;
  readonly half: 'a' | 'b';
  readonly found: Recognition;
}

const hash = (text: string): number => {
  let sum = 2_166_136_261;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 16_777_619) >>> 0;
  return sum;
};

function linesOf(file: string): Line[] {
  const { recognise } = installedRecogniser();
  const [, ...rows] = readFileSync(path.join(FOLDER, file), 'utf8').trimEnd().split('\n');
  return rows.map((row) => {
    const [string = '', system = '', code = '', expected, source = '', weight = ''] = row.split('\t');
    const found = recognise({
      codings: code === '' ? [] : [{ system, code, display: null }],
      texts: string === '' ? [] : [string],
      ingredients: [],
      unresolved: [],
    });
    return {
      text: string || `${system} ${code}`,
      isCodeAlone: string === '',
      expected: expected as Line['expected'],
      source,
      weight: weight === '' ? 1 : Number(weight),
      half: hash(`${string}${code}`) % 2 === 0 ? 'a' : 'b',
      found,
    };
  });
}

const isMissed = ({ expected, found }: Line): boolean =>
  expected === 'opioid' && found.kind !== 'opioid' && found.kind !== 'cannot-tell';
const isCalledOpioid = ({ expected, found }: Line): boolean =>
  expected === 'not-opioid' && found.kind === 'opioid';
const isAsked = ({ found }: Line): boolean => found.kind === 'cannot-tell';
const isSuspicion = ({ found }: Line): boolean => found.doubts[0]?.kind === 'suspicion';

const share = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
const weighed = (lines: readonly Line[]): number => lines.reduce((sum, { weight }) => sum + weight, 0);

/** One question for each suspicion, one for all the rest of a stay together. */
function questionsAStay(lines: readonly Line[]): number {
  const whole = weighed(lines);
  let random = 1;
  const next = (): Line | undefined => {
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
    let rest = (random / 2 ** 32) * whole;
    return lines.find(({ weight }) => {
      rest -= weight;
      return rest < 0;
    });
  };
  let questions = 0;
  for (let stay = 0; stay < STAYS; stay++) {
    const asked = Array.from({ length: ROWS_A_STAY }, next).filter((line) => line && isAsked(line)) as Line[];
    const suspicions = new Set(asked.filter(isSuspicion).map(({ text }) => text));
    questions += suspicions.size + (asked.some((line) => !isSuspicion(line)) ? 1 : 0);
  }
  return questions / STAYS;
}

const asked = (lines: readonly Line[] = []): string =>
  `${share(lines.filter(isAsked).length, lines.length)} of ${lines.length}`;

function report(lines: readonly Line[]): void {
  const ordinary = lines.filter(({ expected }) => expected === 'not-opioid');
  const opioids = lines.filter(({ expected }) => expected === 'opioid');
  console.log(`opioids missed: ${opioids.filter(isMissed).length} of ${opioids.length}`);
  console.log(`ordinary called opioid: ${ordinary.filter(isCalledOpioid).length} of ${ordinary.length}`);
  const [codes, texts] = [true, false].map((isCode) => opioids.filter((line) => line.isCodeAlone === isCode));
  console.log(
    `opioids that cannot be told: ${asked(opioids)}; of texts ${asked(texts)}; of codes alone ${asked(codes)}`,
  );
  console.log('ordinary lines that cannot be told, by source (suspicions among them):');
  for (const [source, all] of [...Map.groupBy(ordinary, (line) => line.source)].sort()) {
    const open = all.filter(isAsked);
    console.log(
      `  ${source.padEnd(16)} ${share(weighed(open), weighed(all)).padStart(7)} (${share(weighed(open.filter(isSuspicion)), weighed(all))}) of ${all.length}`,
    );
  }
  const eicu = ordinary.filter(({ source }) => source === 'us-eicu');
  console.log(`questions a stay of ${ROWS_A_STAY} rows (eICU): ${questionsAStay(eicu).toFixed(2)}`);
}

const SHOWN = { missed: isMissed, called: isCalledOpioid, 'cannot-tell': isAsked } as const;

/** Prints the figures; says so and prints none where the lists are not on this machine. */
export function benchNames(options: readonly string[]): void {
  if (!existsSync(FOLDER)) {
    console.log('names: the lists to measure on are not on this machine');
    return;
  }
  const option = (name: string): string | undefined =>
    options.includes(name) ? options[options.indexOf(name) + 1] : undefined;
  const [half, source, expected, show] = ['--half', '--source', '--expected', '--show'].map(option);
  const lines = ['dev-opioid.tsv', 'dev-ordinary.tsv']
    .flatMap(linesOf)
    .filter((line) => half === undefined || line.half === half)
    .filter((line) => source === undefined || line.source === source)
    .filter((line) => expected === undefined || line.expected === expected);
  if (show === undefined) {
    report(lines);
    return;
  }
  for (const line of lines.filter(SHOWN[show as keyof typeof SHOWN]))
    console.log(
      [line.source, line.text, line.found.kind, line.found.doubts.map(doubtWords).join('; ')].join('\t'),
    );
}
