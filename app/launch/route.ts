import { beginLaunch } from '#lib/launch/begin-launch.ts';
import { addressOf } from '#lib/launch/rate-limit.ts';
import { respond } from '../problem/onward.ts';

export async function GET(request: Request): Promise<Response> {
  return respond(request, await beginLaunch(new URL(request.url).searchParams, addressOf(request.headers)));
}
