import { beginLaunch } from '#lib/launch/begin-launch.ts';
import { cookiesOf } from '#lib/launch/cookies.ts';
import { addressOf } from '#lib/launch/rate-limit.ts';
import { respond } from '../problem/onward.ts';

export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  return respond(request, await beginLaunch(searchParams, cookiesOf(request), addressOf(request.headers)));
}
