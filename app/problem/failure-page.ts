/** A failed launch as a page of its own: routes that set cookies cannot render React. */

import type { LaunchFailure, LaunchFailureCode } from '#lib/launch/session.ts';
import { auditRefusal } from '#lib/operations/audit.ts';
import { VERSION } from '#lib/settings/version.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import type { Words } from '#lib/words/words-for.ts';
import { escaped } from './escaped.ts';

const STATUS: Readonly<Record<LaunchFailureCode, number>> = {
  ISSUER_NOT_ALLOWED: 403,
  DISCOVERY_FAILED: 502,
  STATE_MISMATCH: 400,
  ACCESS_DENIED: 403,
  SCOPES_REFUSED: 502,
  CLIENT_NOT_KNOWN: 502,
  CLIENT_NOT_PERMITTED: 502,
  TOKEN_REFUSED: 502,
  IDENTITY_NOT_VERIFIED: 403,
  USER_NOT_ALLOWED: 403,
  USER_NOT_NAMED: 403,
  NO_PATIENT: 400,
  SCOPE_SHORT: 403,
  COOKIE_BLOCKED: 400,
  SETTINGS_MISSING: 503,
  STORE_AWAY: 503,
  HOST_NOT_PASSED_ON: 400,
  OTHER_FHIR_VERSION: 502,
  CLOCKS_DISAGREE: 503,
  SESSION_EXPIRED: 403,
  ACCESS_LOST: 403,
  WRONG_PATIENT: 409,
  TOO_MANY_REQUESTS: 429,
  PAGE_OUTDATED: 409,
  FORM_UNREADABLE: 400,
};

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1b1b1b;background:#fff}
main,footer{max-width:40rem;margin:0 auto;padding:1.5rem}h1{font-size:1.5rem;line-height:1.25}
.meaning{border-left:.25rem solid #1b1b1b;padding-left:.75rem;font-weight:600}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;font-size:.875rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}`;

/**
 * @param nonce of this answer's Content-Security-Policy.
 * @param goOn address at which the user can go on.
 */
export function failurePage(
  words: Words,
  failure: LaunchFailure,
  nonce: string | null,
  goOn: string | null = null,
): Response {
  auditRefusal(failure);
  const said = words.failures.failureWords(failure.code);
  const { whatToDo, reference, code, detail } = words.problem.failure;
  const style = nonce === null ? '' : `<style nonce="${escaped(nonce)}">${STYLE}</style>`;
  const page = `<!doctype html>
<html lang="${LANGUAGE_OF.screens}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(words.problem.pageTitle(said.title))}</title>${style}</head>
<body><main>
<h1>${escaped(said.title)}</h1>
<p>${escaped(said.happened)}</p>
<p class="meaning">${escaped(said.meaning)}</p>
<h2>${escaped(whatToDo)}</h2>
<ol>${said.steps.map((step) => `<li>${escaped(step)}</li>`).join('')}</ol>${goOn === null ? '' : `<p><a href="${escaped(goOn)}">${escaped(words.problem.reload)}</a></p>`}
<dl><dt>${escaped(reference)}</dt><dd>${escaped(failure.reference)}</dd><dt>${escaped(code)}</dt><dd>${escaped(failure.code)}</dd><dt>${escaped(detail)}</dt><dd>${escaped(failure.detail)}</dd></dl>
</main><footer>${escaped(words.problem.version(VERSION))}</footer></body></html>`;
  return new Response(page, {
    status: STATUS[failure.code],
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
