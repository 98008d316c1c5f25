/** Two builds of one source, as an upgrade leaves them: behind one nginx at once, and one after the other under an open Review. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startNginx } from '../../acceptance/nginx.ts';
import { has } from '../../acceptance/outside-server.ts';
import { type AppProcess, startApp } from '../../sandbox/app-process.ts';
import { PROJECT, STANDALONE } from '../../sandbox/build-app.ts';
import { demoEnvironment } from '../../sandbox/demo-folder.ts';
import { freePort } from '../../sandbox/free-port.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { noRedis, type RedisServer, startRedis } from '../../store/redis-server.ts';
import { draftsOf, Journey, newPatient } from '../journey.ts';
import { titleOf } from '../paper-browser.ts';
import { buildAgain } from './second-build.ts';

const BUILD_LIMIT_MS = 300_000;
const TEST_LIMIT_MS = 120_000;
const DRAFT_STANDS = /[Dd]raft .*in (the )?chart, not signed/;

function whySkipped(): string | null {
  if (noRedis !== null) return noRedis;
  if (!has('nginx', '-v')) return 'there is no nginx here';
  return process.env.CI ? null : 'a second build takes a minute: set CI to have it made';
}
const skipped = whySkipped();

describe.skipIf(skipped !== null)(
  `two builds of one source${skipped === null ? '' : ` (skipped: ${skipped})`}`,
  () => {
    let folder: string;
    let redis: RedisServer;
    let sandbox: Sandbox;
    let stopNginx: () => Promise<void>;
    let start: (build: 'old' | 'new') => Promise<AppProcess>;
    const builds = { old: STANDALONE, new: '' };
    const running = new Map<'old' | 'new', AppProcess>();

    beforeAll(async () => {
      // On the disk of the project: its libraries are linked, not copied.
      folder = await mkdtemp(join(PROJECT, '.next-second-'));
      builds.new = buildAgain(join(folder, 'project'));
      redis = await startRedis();
      const [port, ...ports] = [await freePort(), await freePort(), await freePort()];
      const appUrl = `http://127.0.0.1:${port}`;
      sandbox = await startSandbox({ port: 0, appUrl });
      const settings = {
        ...(await demoEnvironment(join(folder), sandbox.fhirBase, appUrl)),
        SESSION_STORE: redis.url,
      };
      start = async (build) => {
        const at = ports[build === 'old' ? 0 : 1] ?? 0;
        const options = { standalone: builds[build] };
        const app = await startApp(at, settings, join(folder, `${build}.log`), options);
        running.set(build, app);
        return app;
      };
      await start('old');
      stopNginx = await startNginx(port, ports, folder);
    }, BUILD_LIMIT_MS);
    afterAll(async () => {
      await stopNginx?.();
      await Promise.all([...running.values()].map((app) => app.stop()));
      await sandbox?.close();
      await redis?.stop();
      if (folder) await rm(folder, { recursive: true, force: true });
    }, TEST_LIMIT_MS);
    afterEach(async () => {
      for (const build of ['old', 'new'] as const) {
        await running.get(build)?.stop();
        running.delete(build);
      }
    });

    const drafts = (patient: string) => draftsOf(sandbox, patient).length;

    test('call their actions by the same names, though each is a build of its own', async () => {
      const of = (file: string) =>
        Object.values(builds).map((build) => readFileSync(join(build, file), 'utf8'));
      const [names, others] = of('server-actions.json');
      expect(JSON.parse(names ?? '[]').length).toBeGreaterThan(5);
      expect(names).toBe(others);
      const [id, other] = of('.next/BUILD_ID');
      expect(id).not.toBe(other);
    });

    test(
      'behind one nginx with one Redis, each request to the next: a journey through every screen ends in one draft',
      async () => {
        await start('old');
        await start('new');
        const patient = await newPatient(sandbox, 'v01');
        const journey = await Journey.launch(sandbox.launchUrl(patient));
        const plan = await journey.browser.press(await journey.screen('plan'), 'update', { days: '42' });
        expect(plan.html).toContain('value="42"');
        expect(titleOf((await journey.write()).html)).toMatch(DRAFT_STANDS);
        expect(drafts(patient)).toBe(1);
      },
      TEST_LIMIT_MS,
    );

    test(
      'an upgrade while Review is open: what stands on it can be sent to the new build, and is one draft',
      async () => {
        const old = await start('old');
        const patient = await newPatient(sandbox, 'v01');
        const journey = await Journey.launch(sandbox.launchUrl(patient));
        const review = await journey.screen('review');
        await old.stop();
        running.delete('old');
        await start('new');
        expect(titleOf((await journey.browser.press(review, 'write')).html)).toMatch(DRAFT_STANDS);
        expect(drafts(patient)).toBe(1);
      },
      TEST_LIMIT_MS,
    );
  },
);
