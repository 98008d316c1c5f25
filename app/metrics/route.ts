import { isMarkedLocal } from '#lib/operations/local-requests.ts';
import { metricsText } from '#lib/operations/metrics.ts';
import { sameSecret } from '#lib/store/secrets.ts';

export const dynamic = 'force-dynamic';

/** Prometheus metrics of this server: to whoever holds METRICS_TOKEN, or without that setting to this machine alone, asked directly. */
export function GET(request: Request): Response {
  const headers = { 'cache-control': 'no-store' };
  if (!isAllowed(request.headers)) return new Response('Not found.\n', { status: 404, headers });
  return new Response(metricsText(), {
    headers: { ...headers, 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
  });
}

const THIS_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

function isAllowed(headers: Headers): boolean {
  const token = process.env.METRICS_TOKEN;
  if (token) return sameSecret(headers.get('authorization') ?? '', `Bearer ${token}`);
  // A page of another site may reach this machine through the browser on it, but not by this name.
  return isMarkedLocal(headers) && THIS_HOST.test(headers.get('host') ?? '');
}
