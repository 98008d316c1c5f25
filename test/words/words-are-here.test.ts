/** No component has a word of its own, be it one alone, and no word stands in lib/words that nobody reads. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

interface SourceFile {
  readonly file: string;
  readonly text: string;
}

function filesUnder(folder: string, ending: RegExp): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

/** "app/x.tsx:12: title="Review"" for every line that a pattern meets; comments are not looked at. */
function found(files: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return files.flatMap(({ file, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line: line.trim(), at: `${file}:${index + 1}` }))
      .filter(({ line }) => !/^(\/\/|\/?\*)/.test(line) && pattern.test(line))
      .map(({ line, at }) => `${at}: ${line}`),
  );
}

describe('no screen has words of its own', () => {
  const components = filesUnder('app', /\.tsx$/);

  test('there are screens to look at', () => {
    expect(components.length).toBeGreaterThan(30);
  });

  test('no quoted text in a component begins like a word: title="Review", "Order"', () => {
    expect(found(components, /["'`][A-Z][a-z]/)).toEqual([]);
  });
});

type Path = readonly string[];

/** The path of every word of a collection; a list is one word. */
function leaves(at: Path, words: unknown): readonly Path[] {
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return [at];
  return Object.entries(words).flatMap(([key, inner]) => leaves([...at, key], inner));
}

/**
 * Some file names the collection, as `SAFETY_WORDS` or as `words.safety`, and takes every key on the way: by its name, or all keys of a
 * group at once by a computed one.
 */
function isUsed([name = '', ...keys]: Path, member: string, files: readonly SourceFile[]): boolean {
  const called = `(${name}|words\\.${member}(\\.${inCamelCase(name)})?|Words\\['${member}'\\])`;
  return files.some(({ text }) => {
    const has = (pattern: string) => new RegExp(pattern).test(text);
    return (
      has(`\\b${called}(?!\\w)`) &&
      keys.every((key, index) => {
        const group = keys[index - 1] ?? called;
        return (
          has(`\\b${group}(\\[|\\?\\.\\[)`) ||
          has(`Object\\.\\w+\\([\\w.]*\\b${group}\\)`) ||
          has(`\\.${key}\\b`) ||
          has(`[{,]\\s*${key}(: [a-z]\\w*)?\\s*[,}]`)
        );
      })
    );
  });
}

/** "SEVERITY_WORDS", "dose-plot" -> "severityWords", "dosePlot" */
function inCamelCase(name: string): string {
  return name.toLowerCase().replace(/[-_](\w)/g, (_, letter) => letter.toUpperCase());
}

/** Some object is asked for this key: `words.said`, `{ said }`. */
function isTaken(key: string, text: string): boolean {
  return new RegExp(`\\.${key}\\b|[{,]\\s*${key}\\s*[,}]`).test(text);
}

describe('every collection of words is read', () => {
  const modules = filesUnder('lib/words/en', /\.ts$/).filter(({ text }) =>
    /^export const \w+_WORDS\b/m.test(text),
  );
  const readers = [...filesUnder('app', /\.tsx?$/), ...filesUnder('lib', /\.ts$/)];

  test.each(['frame', 'safety', 'plan', 'review', 'done', 'handout', 'problem'])('%s has one', (screen) => {
    expect(modules.map(({ file }) => file)).toContain(`lib/words/en/${screen}.ts`);
  });

  test.each(modules)('$file: no word in it is dead', async ({ file }) => {
    const member = inCamelCase(path.basename(file, '.ts'));
    const exported = Object.entries((await import(path.resolve(file))) as Record<string, unknown>);
    const [, asked] = /\bsatisfies (\w+)/.exec(readFileSync(file, 'utf8')) ?? [];
    const words = exported
      .filter(([name]) => name.endsWith('_WORDS'))
      .flatMap(([name, all]) => leaves([name], all));
    // A collection beside the functions that put its words on the screen is read by them.
    const isReader = (reader: SourceFile) => reader.file !== file || /^export function/m.test(reader.text);
    // One object of a language is handed over whole, and read by the name of what was asked for.
    const isRead = (word: Path) =>
      asked === undefined
        ? isUsed(word, member, readers.filter(isReader))
        : word
            .slice(1)
            .every((key) => readers.some(({ file: by, text }) => by !== file && isTaken(key, text)));
    const dead = words.filter((word) => !isRead(word));
    expect(dead.map((word) => word.join('.'))).toEqual([]);
  });
});
