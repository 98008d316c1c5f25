/** What this EHR loses or changes of a resource while storing it. */
import type { Resource } from '@medplum/fhirtypes';
import type { FaultSwitches } from '../faults.ts';
import { type Answer, SILENCE } from './call.ts';
import { issueCode, outcome, type Reply } from './reply.ts';

type Node = Record<string, unknown>;

export function asStored(resource: Resource, faults: FaultSwitches): Resource {
  const stored = structuredClone(resource);
  for (const path of faults.dropFields ?? []) {
    atPath(stored, path, (parent, key) => {
      delete parent[key];
    });
  }
  for (const [path, value] of Object.entries(faults.changeFields ?? {})) {
    atPath(stored, path, (parent, key) => {
      parent[key] = value;
    });
  }
  return stored;
}

/** The answer to a write that was carried out, as the network and the server's later rules leave it; `reply` where they do nothing. */
export function answerAfterWrite(
  reply: Reply,
  { loseAnswerAfterWrite, refuseAfterWrite, repeatWrite }: FaultSwitches,
  isConditional: boolean,
): Answer {
  if (loseAnswerAfterWrite) return SILENCE;
  if (refuseAfterWrite) {
    const { status, text } = refuseAfterWrite;
    return outcome(status, issueCode(status), text);
  }
  if (!repeatWrite) return reply;
  return isConditional
    ? { ...reply, status: 200 }
    : outcome(409, 'duplicate', 'An order with this identifier exists.');
}

/** Acts on every place the dotted path leads to, through lists: "dosageInstruction.text" is the text of every dosage. */
function atPath(node: unknown, path: string, act: (parent: Node, key: string) => void): void {
  if (Array.isArray(node)) {
    for (const child of node) atPath(child, path, act);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) act(node as Node, key);
  else atPath((node as Node)[key], rest.join('.'), act);
}
