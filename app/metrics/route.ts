import { metricsText } from '#lib/operations/metrics.ts';
import { sameSecret } from '#lib/store/secrets.ts';

export const dynamic = 'force-dynamic';

/** Prometheus metrics of this server: to whoever holds METRICS_TOKEN, or without that setting to this machine alone. */
export function GET(request: Request): Response {
  const headers = { 'cache-control': 'no-store' };
  if (!isAllowed(request.headers)) return new Response('Not found.\n', { status: 404, headers });
  return new Response(metricsText(), {
    headers: { ...headers, 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
  });
}

const THIS_MACHINE = /^(::ffff:)?127\.0\.0\.1$|^::1$/;
const THIS_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Next writes the peer's address into X-Forwarded-For where no proxy did; a proxy in between adds its client there. */
function isAllowed(headers: Headers): boolean {
  const token = process.env.METRICS_TOKEN;
  if (token) return sameSecret(headers.get('authorization') ?? '', `Bearer ${token}`);
  const addresses = headers.get('x-forwarded-for')?.split(',') ?? [];
  const isDirect = addresses.length > 0 && addresses.every((address) => THIS_MACHINE.test(address.trim()));
  return isDirect && THIS_HOST.test(headers.get('host') ?? '');
}
