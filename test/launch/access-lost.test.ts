/** A token that the EHR takes back, or does not renew, while a chart is open: that, and nothing about the chart. */
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { SessionEnded } from '#lib/launch/session-ended.ts';
import { readAndKeep } from '#lib/visit/reading-of-launch.ts';
import { failureWords } from '#lib/words/en/failures.ts';
import { appBesideEhr, later, opened } from './app-beside-ehr.ts';
import { Browser } from './browser.ts';
import { ISSUER } from './second-ehr.ts';

const { ehr } = appBesideEhr();
const tools = { bounded: <S>(server: S) => server, arrived: () => {}, isStopped: () => false };

/** Answers of the EHR's FHIR server but its /metadata; by resource type, else by `others`. */
function ehrAnswers(others: () => Response, byType: Record<string, () => Response> = {}): void {
  ehr.server.use(
    http.get(`${ISSUER}/:type`, ({ params }) =>
      params.type === 'metadata' ? undefined : (byType[String(params.type)] ?? others)(),
    ),
    http.get(`${ISSUER}/:type/:id`, ({ params }) => (byType[String(params.type)] ?? others)()),
  );
}
const unauthorized = () => HttpResponse.json({}, { status: 401 });
const page = () => HttpResponse.html('<html>Sign in</html>', { status: 401 });
const nothing = () => HttpResponse.json({ resourceType: 'Bundle', type: 'searchset', total: 0 });

async function readingOf(browser: Browser, launchId: string) {
  const launch = await opened(browser, launchId);
  const read = await readAndKeep(launch, tools).catch((error: unknown) => error);
  const kept = (await opened(browser, launchId).catch(() => null))?.work.chart ?? null;
  return { read, kept };
}

test.each([
  ['JSON', unauthorized],
  ['a page', page],
])(
  'HTTP 401 with %s to everything: the access is lost, and nothing is kept as if it were a chart',
  async (_name, answer) => {
    const browser = new Browser();
    const launchId = await browser.launched(ehr);
    ehrAnswers(answer);
    const { read, kept } = await readingOf(browser, launchId);
    expect(read).toBeInstanceOf(SessionEnded);
    expect((read as SessionEnded).failure).toMatchObject({ code: 'ACCESS_LOST' });
    expect(kept).toBeNull();
  },
);

test('a renewal that fails, once the old token is over: the same', async () => {
  Object.assign(ehr.manners.token, { refresh_token: true, expires_in: 60 });
  const browser = new Browser();
  const launchId = await browser.launched(ehr);
  later(61_000);
  ehrAnswers(nothing);
  ehr.manners.tokenReply = () => HttpResponse.json({ error: 'server_error' }, { status: 500 });
  const { read, kept } = await readingOf(browser, launchId);
  expect((read as SessionEnded).failure.code).toBe('ACCESS_LOST');
  expect(kept).toBeNull();
});

test('a renewal the EHR refuses for good: the launch is over', async () => {
  Object.assign(ehr.manners.token, { refresh_token: true, expires_in: 60 });
  const browser = new Browser();
  const launchId = await browser.launched(ehr);
  later(61_000);
  ehrAnswers(nothing);
  ehr.manners.tokenReply = () => HttpResponse.json({ error: 'invalid_grant' }, { status: 400 });
  expect(((await readingOf(browser, launchId)).read as SessionEnded).failure.code).toBe('SESSION_EXPIRED');
});

test('HTTP 401 to one part alone is a part not read, which the verdict names', async () => {
  const browser = new Browser();
  const launchId = await browser.launched(ehr);
  ehrAnswers(nothing, {
    Patient: () => HttpResponse.json({ resourceType: 'Patient', id: 'p1' }),
    MedicationRequest: unauthorized,
  });
  const { read, kept } = await readingOf(browser, launchId);
  expect(read).not.toBeInstanceOf(Error);
  expect(kept?.chart.ledger.entries.find(({ part }) => part === 'MedicationRequest')?.state).toBe('refused');
});

test.each(['ACCESS_LOST', 'SESSION_EXPIRED'] as const)(
  '%s leads back to the chart and asks for nothing else; a draft is not denied',
  (code) => {
    const { happened, meaning, steps } = failureWords(code);
    const text = [happened, meaning, ...steps].join(' ');
    expect(steps[0]).toBe("Open LDN Titration again from the patient's chart.");
    expect(text).not.toMatch(/retry|age not known|nothing was written/i);
  },
);
