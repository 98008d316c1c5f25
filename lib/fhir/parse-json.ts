/** JSON from outside: parsed only when it is not nested beyond what any FHIR resource needs. */

/** POLICY: FHIR R4 resources stay well under 40; a Bundle of Bundles under 100. */
const DEEPEST = 100;

type ParsedJson = { readonly json: unknown } | { readonly failed: 'not-json' | 'too-deep' };

export function parseJson(text: string): ParsedJson {
  if (isDeeper(text, DEEPEST)) return { failed: 'too-deep' };
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { failed: 'not-json' };
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

function isDeeper(text: string, limit: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfText(text, at + 1);
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}

/** Where the text that begins here is closed: most of a chart is text, and is passed over at once. */
function endOfText(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let before = at;
    while (before > from && text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
    if ((at - before) % 2 === 0) return at;
  }
  return text.length;
}
