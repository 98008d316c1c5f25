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
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

function isDeeper(text: string, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if (OPENING.has(code)) {
      depth += 1;
      if (depth > limit) return true;
    } else if (CLOSING.has(code)) depth -= 1;
  }
  return false;
}
