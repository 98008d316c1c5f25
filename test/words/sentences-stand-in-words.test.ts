/**
 * Every sentence a person reads stands in lib/words; elsewhere it is a code with its facts. Looked at are the texts in quotes of lib and
 * app, as the parser sees them. Text between tags is Biome's part.
 */
import { expect, test } from 'vitest';
import { modulesUnder } from '../modules.ts';
import { isNode, type Node, nameOf, nodesOf, placeOf } from '../syntax.ts';

/** Who is not a person before a screen, or no sentence though it looks like one. */
const NO_READER: readonly (readonly [RegExp, string])[] = [
  [/^lib\/words\//, 'the place for them'],
  [
    /^lib\/(settings|site-check|operations|store)\//,
    'told to IT: what is wrong with the settings, the store, the server',
  ],
  [/^lib\/launch\//, 'told to IT: the detail of a refusal, whose sentence is of its code'],
  [/^app\/(health|metrics|site-check|\.well-known)\//, 'told to machines'],
  [
    /^lib\/terminology\/(?!doubt|ingredients|naloxone|read-|recogni)/,
    'tables of words that charts use, and what makes them',
  ],
];

/** What is filled in between two parts of a template is neither a capital nor a word. */
const FILLED_IN = '\u2026';

function textOf(node: Node): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return null;
  const quasis = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
  return quasis.map(({ value }) => value.cooked).join(FILLED_IN);
}

/** Faults of the program, the detail of a refusal for IT, types, imports, class names, and lists written as one text. */
function isPassedOver(node: Node): boolean {
  switch (node.type) {
    case 'ThrowStatement':
    case 'ImportDeclaration':
    case 'TSLiteralType':
      return true;
    case 'NewExpression':
      return /Error$/.test(nameOf(node.callee));
    case 'CallExpression':
      return nameOf(node.callee) === 'launchFailure';
    case 'JSXAttribute':
      return isNode(node.name) && node.name.name === 'className';
    case 'MemberExpression':
      return ['split', 'trim'].includes(nameOf(node.property));
    default:
      return false;
  }
}

/** A capital and lower-case words after it, words that end in a full stop, or three lower-case words in a row. */
const SENTENCE = [
  /^\s*\p{Lu}[\p{L}'\u2019-]*( \p{Ll}[\p{Ll}'\u2019-]+){2}/u,
  /\p{Ll} \P{Lu}*\p{Ll}\.\s*$/u,
  /(^|[^\p{L}\p{N}_./-])(\p{Ll}{2,},? ){2}\p{Ll}{2,}($|[^\p{L}\p{N}_/-])/u,
];

function sentencesIn(file: string, text: string): readonly string[] {
  return [...nodesOf(file, text, isPassedOver)].flatMap((node) => {
    const words = textOf(node);
    return words !== null && SENTENCE.some((pattern) => pattern.test(words))
      ? [`${placeOf(node, file, text)}: ${words.trim()}`]
      : [];
  });
}

const files = [...modulesUnder('lib'), ...modulesUnder('app')].filter(
  ({ file }) => !NO_READER.some(([pattern]) => pattern.test(file)),
);

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(250);
});

test('no file outside lib/words makes a sentence', () => {
  expect(files.flatMap(({ file, text }) => sentencesIn(file, text))).toEqual([]);
});

test.each([
  ["const title = 'No opioid found';", 1],
  ["const why = { what: 'could not be read' };", 1],
  ["const code = 'no-opioid-found';", 0],
  ["const codes = 'draft active on-hold'.split(' ');", 0],
  ["const drug = 'codeine 30 mg';", 0],
  ["throw new Error('the store is not there');", 0],
  ["return launchFailure('ACCESS_LOST', 'the EHR let no request in');", 0],
])('%s', (code, count) => {
  const text = code.startsWith('return') ? `function answer() { ${code} }` : code;
  expect(sentencesIn('lib/example.ts', text)).toHaveLength(count);
});
