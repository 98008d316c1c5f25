/** The body of a call as JSON, given up as soon as it is larger or deeper than any chart. */
import { parseJson } from '#lib/fhir/parse-json.ts';

/** POLICY: 5,000 orders fit; the form of every other route of this app is far smaller. */
const BODY_LIMIT_BYTES = 10 * 1024 * 1024;

type Body = { readonly text: string } | { readonly refused: 400 | 413 };
type ParsedBody = { readonly json: unknown } | { readonly refused: 400 | 413 };

/** Never rejects: when `unwanted` is aborted nobody waits for it any more, and no more is taken in. */
export async function receiveBody(request: Request, unwanted: AbortSignal): Promise<Body> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT_BYTES) return { refused: 413 };
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (unwanted.aborted) return { refused: 400 };
      if (size > BODY_LIMIT_BYTES) return { refused: 413 };
      chunks.push(chunk);
    }
  } catch {
    return { refused: 400 };
  }
  return { text: new TextDecoder().decode(Buffer.concat(chunks)) };
}

export function parseBody(body: Body): ParsedBody {
  if ('refused' in body) return body;
  const parsed = parseJson(body.text);
  return 'json' in parsed ? parsed : { refused: 400 };
}
