import { beginLaunch } from '#lib/launch/begin-launch.ts';
import { cookiesOf } from '#lib/launch/cookies.ts';
import { nameRefusal } from '#lib/launch/own-name.ts';
import { addressOf } from '#lib/launch/rate-limit.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { respond } from '../problem/onward.ts';

export async function GET(request: Request): Promise<Response> {
  const words = wordsFor(LANGUAGE_OF.screens);
  const { searchParams } = new URL(request.url);
  const refused = nameRefusal(request.headers);
  return respond(
    words,
    request,
    refused ?? (await beginLaunch(searchParams, cookiesOf(request), addressOf(request.headers))),
  );
}
