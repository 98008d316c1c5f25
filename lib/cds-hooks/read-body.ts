/** The body of a call as JSON, given up as soon as it is larger or deeper than any chart. */
import { parseJson } from '#lib/fhir/parse-json.ts';

/** POLICY: 5,000 orders fit; the form of every other route of this app is far smaller. */
const BODY_LIMIT_BYTES = 10 * 1024 * 1024;

type ReadBody = { readonly json: unknown } | { readonly refused: 400 | 413 };

export async function readBody(request: Request): Promise<ReadBody> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT_BYTES) return { refused: 413 };
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > BODY_LIMIT_BYTES) return { refused: 413 };
      chunks.push(chunk);
    }
  } catch {
    return { refused: 400 };
  }
  const parsed = parseJson(new TextDecoder().decode(Buffer.concat(chunks)));
  return 'json' in parsed ? parsed : { refused: 400 };
}
