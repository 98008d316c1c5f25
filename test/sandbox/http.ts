/** The few things every part of the pretend EHR does with node:http: read a body up to a limit, answer, answer an error. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** An error a caller caused and may read; anything else becomes a plain 500. */
export class RequestRefused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The files of a form, or the body as one. @throws RequestRefused 413 past `limit` bytes. */
export async function readFiles(
  request: IncomingMessage,
  limit: number,
): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const body = await readBody(request, limit);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return [{ name: 'The file', text: body }];
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new RequestRefused(400, 'The form could not be read.');
  });
  const files = form.getAll('file').filter((file) => file instanceof File);
  return Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
}

/** The whole body as text. @throws RequestRefused 413 past `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit)
      throw new RequestRefused(413, `The body is larger than ${Math.round(limit / 1_000_000)} MB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** @throws RequestRefused 400 when the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestRefused(400, 'The body is not JSON.');
  }
}

export function send(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'content-type': `${contentType}; charset=utf-8`,
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}

export const sendJson = (response: ServerResponse, status: number, body: unknown) =>
  send(response, status, 'application/json', `${JSON.stringify(body, null, 2)}\n`);

export const sendHtml = (response: ServerResponse, status: number, html: string) =>
  send(response, status, 'text/html', html);

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store' });
  response.end();
}
