/** The three requests of CDS Hooks, from the caller's JWT to the answer. Knows no Next. */
import { addressOf, isOverLimit } from '#lib/launch/rate-limit.ts';
import { auditRefusal } from '#lib/operations/audit.ts';
import { count } from '#lib/operations/metrics.ts';
import { newReference } from '#lib/operations/reference.ts';
import { settings } from '#lib/settings/environment.ts';
import { fixedHeaders } from '#lib/settings/security-headers.ts';
import { type HookedSite, isHooked, type Site } from '#lib/settings/site.ts';
import { isStoreAway } from '#lib/store/store-away.ts';
import { storedRecords } from '#lib/store/stored-records.ts';
import { answerHook } from './answer-hook.ts';
import { authenticate, type CallerRefusal } from './authenticate.ts';
import { claimOf } from './claim.ts';
import { discovery } from './discovery.ts';
import { readFeedback } from './feedback.ts';
import { type HookCall, readCall } from './hook-request.ts';
import { parseBody, receiveBody } from './read-body.ts';
import { type HookService, serviceOf } from './services.ts';

/** `GET /cds-services`. Tells nobody anything that is not in the documents of this app. */
export function answerDiscovery(request: Request): Response {
  const { sites } = settings();
  return reply(request, sites, 200, discovery(sites));
}

/** `POST /cds-services/<id>` */
export async function answerCall(request: Request, id: string): Promise<Response> {
  const begun = performance.now();
  const { appUrl, sites } = settings();
  const service = serviceOf(id);
  if (service === null) return reply(request, sites, 404, null);
  const received = await receive(request, service, `${appUrl}/cds-services/${id}`);
  if (received instanceof Response) return received;
  const call = readCall(received.json);
  if (call === null || isStripped(call, service)) return unusable(request, sites, service);
  if (call.hook !== service.hook) return refuseBody(request, sites, service, 400);
  const { response } = await answerHook(service, call, { site: received.site, appUrl, begun });
  return reply(request, sites, 200, response);
}

/** `POST /cds-services/<id>/feedback` */
export async function answerFeedback(request: Request, id: string): Promise<Response> {
  const { appUrl, sites } = settings();
  const service = serviceOf(id);
  if (service === null) return reply(request, sites, 404, null);
  const received = await receive(request, service, `${appUrl}/cds-services/${id}/feedback`);
  if (received instanceof Response) return received;
  const feedback = readFeedback(received.json);
  if (feedback === null) return refuseBody(request, sites, service, 400);
  for (const { outcome, reason } of feedback)
    count('ldn_hook_feedback_total', { service: service.id, outcome, reason });
  return reply(request, sites, 200, null);
}

/** `OPTIONS` of any of them: browsers of the listed origins may call, others learn nothing. */
export function answerPreflight(request: Request): Response {
  return reply(request, settings().sites, 204, null);
}

interface Received {
  readonly site: HookedSite;
  readonly json: unknown;
}

/** A known caller and what it sent, or the refusal. The body comes in while the signature is looked at; it is parsed only of a known caller. */
async function receive(
  request: Request,
  service: HookService,
  address: string,
): Promise<Received | Response> {
  const { sites } = settings();
  const claim = claimOf(request.headers.get('authorization'), sites);
  if ('refused' in claim) return refuse(request, sites, service, claim.refused);
  const unwanted = new AbortController();
  const coming = receiveBody(request, unwanted.signal);
  const caller = await authenticate(claim, address, { records: storedRecords(), now: Date.now() });
  if ('refused' in caller) {
    unwanted.abort();
    return refuse(request, sites, service, caller.refused);
  }
  const body = parseBody(await coming);
  if ('refused' in body) return refuseBody(request, sites, service, body.refused);
  return { site: caller.site, json: body.json };
}

/** Epic calls so, stripped of data, where the address it was given is not exactly ours. */
function isStripped({ draftOrders }: HookCall, { hook }: HookService): boolean {
  return hook !== 'patient-view' && draftOrders === null;
}

async function refuse(
  request: Request,
  sites: readonly Site[],
  service: HookService,
  why: CallerRefusal,
): Promise<Response> {
  count('ldn_hook_calls_total', { service: service.id, outcome: `caller-${why}` });
  const isTooMany = why !== 'store-away' && (await isOneRefusalTooMany(request));
  if (!isTooMany)
    auditRefusal({ code: 'HOOK_CALLER', detail: `${service.id}: ${why}`, reference: newReference() });
  if (why === 'keys-unanswered' || why === 'store-away')
    return reply(request, sites, 503, null, { 'retry-after': '1' });
  return isTooMany
    ? reply(request, sites, 429, null, { 'retry-after': '60' })
    : reply(request, sites, 401, null, { 'www-authenticate': 'Bearer' });
}

/** An EHR that is known is never held up by it: what fills the audit trail is the calls of nobody. */
async function isOneRefusalTooMany({ headers }: Request): Promise<boolean> {
  try {
    return await isOverLimit(storedRecords(), 'hookRefused', addressOf(headers));
  } catch (error) {
    if (isStoreAway(error)) return false;
    throw error;
  }
}

function refuseBody(
  request: Request,
  sites: readonly Site[],
  service: HookService,
  status: 400 | 413,
): Response {
  count('ldn_hook_calls_total', { service: service.id, outcome: `body-${status}` });
  return reply(request, sites, status, null);
}

/** No usable patient or no orders: nothing can be said, and somebody has to look at how the EHR is set up. */
function unusable(request: Request, sites: readonly Site[], service: HookService): Response {
  count('ldn_hook_calls_total', { service: service.id, outcome: 'unusable' });
  auditRefusal({
    code: 'HOOK_UNUSABLE',
    detail: `${service.id}: no-patient-or-orders`,
    reference: newReference(),
  });
  return reply(request, sites, 412, null);
}

function reply(
  request: Request,
  sites: readonly Site[],
  status: number,
  json: object | null,
  headers: Record<string, string> = {},
): Response {
  const all = {
    ...fixedHeaders(settings().appUrl),
    'cache-control': 'no-store',
    ...corsHeaders(request, sites),
    ...headers,
  };
  return json === null
    ? new Response(null, { status, headers: all })
    : Response.json(json, { status, headers: all });
}

/** Only origins that a site lists. @see Fetch Standard, "CORS protocol" */
function corsHeaders(request: Request, sites: readonly Site[]): Record<string, string> {
  const origin = request.headers.get('origin');
  const listed = sites.filter(isHooked).flatMap(({ cdsHooks }) => cdsHooks.browserOrigins);
  if (origin === null || !listed.some((one) => new URL(one).origin === origin)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-max-age': '600',
  };
}
