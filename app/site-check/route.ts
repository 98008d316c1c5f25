import { isMarkedLocal } from '#lib/operations/local-requests.ts';
import { siteReport } from '#lib/site-check/site-report.ts';

export const dynamic = 'force-dynamic';

const THIS_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** The check of a site by the running server itself, with its settings and from its place in the network: for `site.mjs` beside it alone. */
export async function GET(request: Request): Promise<Response> {
  const { headers, url } = request;
  const answer = { 'cache-control': 'no-store' };
  // A page of another site may reach this machine through the browser on it, but not by this name.
  if (!isMarkedLocal(headers) || !THIS_HOST.test(headers.get('host') ?? ''))
    return new Response(null, { status: 404, headers: answer });
  return Response.json(await siteReport(new URL(url).searchParams.get('issuer') ?? ''), { headers: answer });
}
