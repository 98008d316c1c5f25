import { setTimeout as sleep } from 'node:timers/promises';
import { SettingsError } from '#lib/settings/settings-error.ts';
import { VERSION } from '#lib/settings/version.ts';
import { isStoreAway } from '#lib/store/store-away.ts';
import { openStore } from '#lib/store/stored-records.ts';

export const dynamic = 'force-dynamic';

/** POLICY: whoever watches is answered within a second. */
const ANSWER_LIMIT_MS = 700;

/** Live: the process answers. Ready: its settings are right and its store is there and written. `?live` asks for the first alone. */
export async function GET(request: Request): Promise<Response> {
  if (new URL(request.url).searchParams.has('live')) return answer(200, { live: true });
  const problem = await whyNotReady();
  return problem === null
    ? answer(200, { live: true, ready: true })
    : answer(503, { live: true, ready: false, problem });
}

async function whyNotReady(): Promise<string | null> {
  const limit = new AbortController();
  try {
    const late = sleep(ANSWER_LIMIT_MS, 'SESSION_STORE: the session store does not answer', limit);
    late.catch(() => {});
    return await Promise.race([
      openStore()
        .check()
        .then(() => null),
      late,
    ]);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    if (isStoreAway(error)) return `SESSION_STORE: ${error.message}`;
    throw error;
  } finally {
    limit.abort();
  }
}

function answer(status: number, body: object): Response {
  return Response.json({ ...body, version: VERSION }, { status, headers: { 'cache-control': 'no-store' } });
}
