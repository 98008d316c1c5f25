/** JSON with an error that names the place and holds nothing of the text: it may be a patient's. */

import type { Words } from '#lib/words/words-for.ts';

export function parseJson(
  words: Words,
  text: string,
): { readonly json: unknown } | { readonly refused: string } {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (!/\S/.test(bare)) return { refused: words.assess.json.empty };
  const read = parsed(bare);
  if ('json' in read) return read;
  const { fault } = read;
  if (endsEarly(fault, bare.length)) return { refused: words.assess.json.endsEarly };
  const before = bare.slice(0, faultPosition(bare)).split('\n');
  return { refused: words.assess.json.faultAt(before.length, (before.at(-1)?.length ?? 0) + 1) };
}

function parsed(text: string): { readonly json: unknown } | { readonly fault: string } {
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether what is wrong is only that nothing more comes. */
function endsEarly(fault: string, length: number): boolean {
  const position = /position (\d+)/.exec(fault)?.[1];
  return /end of JSON|Unterminated/.test(fault) || (position !== undefined && Number(position) >= length);
}

/** The parser does not always tell: the longest beginning that is wrong only by ending ends at the fault. */
function faultPosition(text: string): number {
  let [good, bad] = [0, text.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const read = parsed(text.slice(0, middle));
    if ('json' in read || endsEarly(read.fault, middle)) good = middle;
    else bad = middle;
  }
  return good;
}
