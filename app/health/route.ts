import { SettingsError } from '#lib/settings/environment.ts';
import { VERSION } from '#lib/settings/version.ts';
import { storedRecords } from '#lib/store/stored-records.ts';

export const dynamic = 'force-dynamic';

/** Live: the process answers. Ready: its settings can be read and its store written. `?live` asks for the first alone. */
export async function GET(request: Request): Promise<Response> {
  if (new URL(request.url).searchParams.has('live')) return answer(200, { live: true });
  const problem = await whyNotReady();
  return problem === null
    ? answer(200, { live: true, ready: true })
    : answer(503, { live: true, ready: false, problem });
}

async function whyNotReady(): Promise<string | null> {
  try {
    await storedRecords().put('health', true, Date.now() + 60_000);
    return null;
  } catch (error) {
    return error instanceof SettingsError
      ? `${error.variable} is missing or wrong`
      : 'SESSION_STORE cannot be written';
  }
}

function answer(status: number, body: object): Response {
  return Response.json({ ...body, version: VERSION }, { status, headers: { 'cache-control': 'no-store' } });
}
