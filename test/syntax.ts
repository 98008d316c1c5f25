/** The source as its parser sees it: for tests that ask what no code may hold. */
import { parseAst } from 'vitest/node';

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [member: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** Every node of a file, outermost first, but for those passed over and what is in them. */
export function* nodesOf(
  file: string,
  text: string,
  isPassedOver: (node: Node) => boolean = () => false,
): Generator<Node> {
  function* within(value: unknown): Generator<Node> {
    if (Array.isArray(value)) {
      for (const one of value) yield* within(one);
    } else if (isNode(value) && !isPassedOver(value)) {
      yield value;
      for (const member of Object.values(value)) yield* within(member);
    }
  }
  yield* within(parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }));
}

/** "lib/x.ts:12" */
export function placeOf(node: Node, file: string, text: string): string {
  return `${file}:${text.slice(0, node.start).split('\n').length}`;
}

export const nameOf = (node: unknown) =>
  isNode(node) && node.type === 'Identifier' ? String(node.name) : '';
