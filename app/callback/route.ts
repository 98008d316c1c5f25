import { cookiesOf } from '#lib/launch/cookies.ts';
import { finishLaunch } from '#lib/launch/finish-launch.ts';
import { beginWork } from '#lib/visit/begin-work.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { type Words, wordsFor } from '#lib/words/words-for.ts';
import { respond } from '../problem/onward.ts';

/** Longest answer taken from a form: a code, a state, an issuer. */
const FORM_LIMIT = 16 * 1024;

export async function GET(request: Request): Promise<Response> {
  const words = wordsFor(LANGUAGE_OF.screens);
  return answered(words, request, new URL(request.url).searchParams);
}

/** OAuth 2.0 Form Post Response Mode. */
export async function POST(request: Request): Promise<Response> {
  const words = wordsFor(LANGUAGE_OF.screens);
  const form =
    Number(request.headers.get('content-length') ?? Number.NaN) <= FORM_LIMIT ? await request.text() : '';
  return answered(words, request, new URLSearchParams(form));
}

async function answered(words: Words, request: Request, answer: URLSearchParams): Promise<Response> {
  return respond(
    words,
    request,
    await finishLaunch(answer, cookiesOf(request), new URL(request.url).pathname, beginWork),
  );
}
