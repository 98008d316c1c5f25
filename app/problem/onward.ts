/** The end of a launch route: on to the next page with its cookies, or the failure page. */
import type { Onward } from '../../lib/launch/begin-launch.ts';
import { isLaunchFailure } from '../../lib/launch/failure.ts';
import type { LaunchFailure } from '../../lib/launch/session.ts';
import { failurePage } from './failure-page.ts';

export function respond(request: Request, outcome: Onward | LaunchFailure): Response {
  if (isLaunchFailure(outcome)) return failurePage(outcome, request.headers.get('x-nonce'));
  const headers = new Headers({ location: outcome.location, 'cache-control': 'no-store' });
  for (const cookie of outcome.cookies) headers.append('set-cookie', cookie);
  // 303: whatever brought the browser here, it goes on with GET.
  return new Response(null, { status: 303, headers });
}
