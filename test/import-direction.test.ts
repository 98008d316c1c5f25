/**
 * The architecture, checked: a pure core inside a thin shell. The core does no I/O, reads no clock and knows neither Next nor
 * React; nothing in it imports the shell, and nothing in lib imports app or test. Rooms and screens import one way.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { circles, modulesUnder, ROOMS, readModule, roomOf } from './modules.ts';

/** Files of lib that touch the world: network, disk, clock, process. All other files of lib are core. */
const SHELL = [
  /^lib\/(launch|operations|site-check)\//,
  /^lib\/store\/(?!retention\.ts)/,
  /^lib\/settings\/(?!site\.ts)/,
  /^lib\/fhir\/(create-fhir-server|ehr-clock|capabilities-cache|paging)\.ts$/,
  /^lib\/chart\/read\/read-(chart|part|pages).*\.ts$/,
  /^lib\/order\/write\/(write-|send-|find-).*\.ts$/,
  /^lib\/order\/verify\/read-back\.ts$/,
  /^lib\/visit\//,
  /^lib\/cds-hooks\/(respond|answer-hook|authenticate|claim|read-missing|read-body)\.ts$/,
  /^lib\/web-messaging\/open-channel\.ts$/,
  /^lib\/terminology\/(load-tables\.ts$|make\/)/,
  /^lib\/assess\/(run-assess|read-task)\.ts$/,
  /^lib\/command-line\//,
  /^lib\/population\/(own-files\.ts$|partition\/|run\/|queue\/|fetch\/|judge\/(attempts|judge-bucket)\.ts$|export\/(open-export|read-lines)\.ts$|report\/merge-results\.ts$)/,
];

/** What the core may take from outside: checking of input, types. */
const LIBRARIES_OF_THE_CORE = new Set(['zod', 'fhir/r4', 'node:util', 'node:crypto']);

const WORLD =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|\bprocess\.|\bTemporal\.Now\b|\bsetTimeout\b/;

const modules = modulesUnder('lib');
const shell = modulesUnder('app');
const isShell = (file: string) => SHELL.some((pattern) => pattern.test(file));
const core = modules.filter(({ file }) => !isShell(file));

describe('imports point from the shell to the core', () => {
  test('there is a core to check', () => {
    expect(core.length).toBeGreaterThan(60);
  });

  test('nothing in lib imports app or test', () => {
    const wrong = modules.flatMap(({ file, imports }) =>
      imports.filter(({ to }) => /^(app|test)\//.test(to)).map(({ to }) => `${file} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no core file imports a shell file', () => {
    const wrong = core.flatMap(({ file, imports }) =>
      imports.filter(({ to, typeOnly }) => !typeOnly && isShell(to)).map(({ to }) => `${file} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('core files import no library but those for checking input', () => {
    const wrong = core.flatMap(({ file, imports }) =>
      imports
        .filter(
          ({ to, typeOnly }) =>
            !typeOnly && !/^(lib|package\.json)/.test(to) && !LIBRARIES_OF_THE_CORE.has(to),
        )
        .map(({ to }) => `${file} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('core files read no clock, no chance, no environment and no network', () => {
    const wrong = core.filter(({ text }) => WORLD.test(withoutComments(text))).map(({ file }) => file);
    expect(wrong).toEqual([]);
  });
});

describe('each room imports only from the rooms before it, types included', () => {
  test('every folder of lib is one of the rooms', () => {
    expect(readdirSync('lib').filter((folder) => !ROOMS.includes(folder))).toEqual([]);
  });

  test('no arrow points up', () => {
    const up = modules.flatMap(({ file, imports }) =>
      imports
        .filter(({ to }) => to.startsWith('lib/') && ROOMS.indexOf(roomOf(to)) > ROOMS.indexOf(roomOf(file)))
        .map(({ to }) => `${roomOf(file)} -> ${roomOf(to)}`),
    );
    expect([...new Set(up)]).toEqual([]);
  });
});

describe('a language is chosen in lib/words alone', () => {
  const languages = readdirSync('lib/words', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `lib/words/${name}/`);
  const isOfALanguage = (file: string) => languages.some((folder) => file.startsWith(folder));

  test('there is one', () => {
    expect(languages).toContain('lib/words/en/');
  });

  test('no other code names a file of a language, be it for a type', () => {
    const wrong = [...modules, ...shell]
      .filter(({ file }) => !file.startsWith('lib/words/'))
      .flatMap(({ file, imports }) =>
        imports.filter(({ to }) => isOfALanguage(to)).map(({ to }) => `${file} -> ${to}`),
      );
    expect(wrong).toEqual([]);
  });

  test('in lib/words only the choosers do', () => {
    const naming = modules
      .filter(({ file, imports }) => !isOfALanguage(file) && imports.some(({ to }) => isOfALanguage(to)))
      .map(({ file }) => file);
    expect(naming.sort()).toEqual([
      'lib/words/fault-words-for.ts',
      'lib/words/words-for.ts',
      'lib/words/workbench-words-for.ts',
    ]);
  });

  test('no language borrows from another', () => {
    const wrong = modules.flatMap(({ file, imports }) =>
      languages
        .filter((folder) => file.startsWith(folder))
        .flatMap((own) =>
          imports
            .filter(({ to }) => isOfALanguage(to) && !to.startsWith(own))
            .map(({ to }) => `${file} -> ${to}`),
        ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a chart says its states in our own terms', () => {
  /** What carries the chart's own code on, for people to read. */
  const FACTS = new Set(['lib/safety/medication-fact.ts', 'lib/safety/rules/check-unidentified.ts']);
  const JUDGING = /^lib\/(safety|review|follow-up|order-check|order\/standing|drawings|visit)\//;
  const ROWS = String.raw`\b(row|one|medication|condition|allergy|encounter|observation|procedure|order)\b`;
  const READS_A_CODE = new RegExp(
    String.raw`${ROWS}\.(status|intent|clinicalStatus|verificationStatus)\b|\{[^{}()]*\b(status|intent|clinicalStatus|verificationStatus)\b[^{}()]*\}(: \w*Row\b|\) =>| = \w*(row|medication)\b)`,
  );

  test('no rule, no exposure and no follow-up reads a code of FHIR R4', () => {
    const wrong = modules
      .filter(({ file, text }) => JUDGING.test(file) && READS_A_CODE.test(text))
      .map(({ file }) => file);
    expect(wrong.filter((file) => !FACTS.has(file))).toEqual([]);
    expect([...FACTS].filter((file) => !wrong.includes(file))).toEqual([]);
  });

  test.each([
    "row.status === 'completed'",
    'const { effectiveEnd, status } = row;',
    'function over({ clinicalStatus }: AllergyRow)',
    'rows.filter(({ status }) => OVER.has(status))',
  ])('%s would be found', (line) => {
    expect(READS_A_CODE.test(line)).toBe(true);
  });
});

describe('in app, screens stand side by side', () => {
  const screen = (file: string) =>
    /^app\/chart\/\[launch\]\/(safety|plan|review|done|handout|order)\//.exec(file)?.[1];
  const arrowsThat = (isWrong: (to: string, file: string) => boolean) =>
    shell.flatMap(({ file, imports }) =>
      imports.filter(({ to }) => isWrong(to, file)).map(({ to }) => `${file} -> ${to}`),
    );

  test('nothing in app imports a test', () => {
    expect(arrowsThat((to) => to.startsWith('test/'))).toEqual([]);
  });

  test('no screen imports from another screen: what two of them show is a part', () => {
    const isOther = (to: string, file: string) => screen(to) !== undefined && screen(to) !== screen(file);
    expect(arrowsThat(isOther)).toEqual([]);
  });

  test('no file imports a page or a layout', () => {
    expect(arrowsThat((to) => /\/(page|layout)\.tsx$/.test(to))).toEqual([]);
  });
});

describe('nothing is exported that no other file asks for', () => {
  /** Next asks for these by their names. @see https://nextjs.org/docs/app/api-reference/file-conventions */
  const ASKED_BY_NEXT =
    /^(config|dynamic|generateMetadata|metadata|runtime|viewport|proxy|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;
  const EXPORT = /^export (?:async )?(?:abstract )?(?:class|const|function\*?|interface|let|type) (\w+)/gm;
  const outside = ['instrumentation.ts', 'proxy.ts', 'next.config.js'].map((file) =>
    readModule(file, readFileSync(file, 'utf8')),
  );
  const everywhere = [...modules, ...shell, ...outside, ...modulesUnder('test'), ...modulesUnder('build')];
  const importersOf = Map.groupBy(
    everywhere.flatMap(({ text, imports }) => imports.map(({ to, clause }) => ({ to, clause, text }))),
    ({ to }) => to,
  );
  /** By its name before "from"; by its name anywhere in a file that imports all of the other. */
  const asksFor = (name: string, clause: string | null, text: string) =>
    new RegExp(`\\b${name}\\b`).test(clause === null || clause.includes('*') ? text : clause);

  test('in lib and app', () => {
    const needless = [...modules, ...shell].flatMap(({ file, text }) =>
      [...text.matchAll(EXPORT)]
        .map(([, name = '']) => name)
        .filter((name) => !ASKED_BY_NEXT.test(name))
        .filter(
          (name) => !importersOf.get(file)?.some((importer) => asksFor(name, importer.clause, importer.text)),
        )
        .map((name) => `${file}: ${name}`),
    );
    expect(needless).toEqual([]);
  });
});

describe('no file is in a circle of imports, types included', () => {
  const arrows = new Map(
    [...modules, ...shell].map(({ file, imports }) => [file, imports.map(({ to }) => to)]),
  );

  test('in lib and app', () => {
    expect(circles(arrows)).toEqual([]);
  });

  test('a circle would be found, by way of other files and through types alone', () => {
    const circle = new Map([
      ['lib/a.ts', ['lib/b.ts', 'zod']],
      ['lib/b.ts', ['lib/c.ts']],
      ['lib/c.ts', ['lib/d.ts', 'lib/b.ts']],
      ['lib/d.ts', []],
    ]);
    expect(circles(circle)).toEqual([['lib/b.ts', 'lib/c.ts']]);
    expect(readModule('lib/a.ts', "import type { B } from './b.ts';").imports).toEqual([
      { to: 'lib/b.ts', typeOnly: true, clause: ' type { B } ' },
    ]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
