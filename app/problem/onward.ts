/** The end of a launch route: on to the next page with its cookies, or the failure page. */

import type { Onward } from '#lib/launch/begin-launch.ts';
import { isLaunchFailure } from '#lib/launch/failure.ts';
import type { LaunchFailure } from '#lib/launch/session.ts';
import { VERSION } from '#lib/settings/version.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import type { Words } from '#lib/words/words-for.ts';
import { escaped } from './escaped.ts';
import { failurePage } from './failure-page.ts';

export function respond(words: Words, request: Request, outcome: Onward | LaunchFailure): Response {
  const nonce = request.headers.get('x-nonce');
  if (isLaunchFailure(outcome)) return failurePage(words, outcome, nonce);
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const cookie of outcome.cookies) headers.append('set-cookie', cookie);
  if (outcome.byPost) {
    headers.set('content-type', 'text/html; charset=utf-8');
    return new Response(postOn(words, new URL(outcome.location), nonce), { headers });
  }
  headers.set('location', outcome.location);
  // 303: whatever brought the browser here, it goes on with GET.
  return new Response(null, { status: 303, headers });
}

/**
 * A page that posts itself on; without JavaScript by its button.
 *
 * @see SMART App Launch 2.2.0, capability "authorize-post"
 */
function postOn(words: Words, { origin, pathname, searchParams }: URL, nonce: string | null): string {
  const { page, title, button } = words.problem.signIn;
  const fields = [...searchParams].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const send = nonce === null ? '' : `<script nonce="${escaped(nonce)}">document.forms[0].submit()</script>`;
  return `<!doctype html>
<html lang="${LANGUAGE_OF.screens}">
<head><meta charset="utf-8"><title>${escaped(words.problem.pageTitle(page))}</title></head>
<body><main><h1>${escaped(title)}</h1>
<form method="post" action="${escaped(origin + pathname)}">${fields.join('')}<button>${escaped(button)}</button></form>${send}
</main><footer>${escaped(words.problem.version(VERSION))}</footer></body></html>`;
}
