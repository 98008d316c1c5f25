import { cookiesOf } from '#lib/launch/cookies.ts';
import { finishLaunch } from '#lib/launch/finish-launch.ts';
import { beginWork } from '#lib/visit/begin-work.ts';
import { respond } from '../problem/onward.ts';

/** Longest answer taken from a form: a code, a state, an issuer. */
const FORM_LIMIT = 16 * 1024;

export async function GET(request: Request): Promise<Response> {
  return answered(request, new URL(request.url).searchParams);
}

/** OAuth 2.0 Form Post Response Mode. */
export async function POST(request: Request): Promise<Response> {
  const form =
    Number(request.headers.get('content-length') ?? Number.NaN) <= FORM_LIMIT ? await request.text() : '';
  return answered(request, new URLSearchParams(form));
}

async function answered(request: Request, answer: URLSearchParams): Promise<Response> {
  return respond(
    request,
    await finishLaunch(answer, cookiesOf(request), new URL(request.url).pathname, beginWork),
  );
}
