import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noRedis, type RedisServer, startRedis } from '../../store/redis-server.ts';
import { draftsOf, Journey, newPatient } from '../journey.ts';
import { titleOf } from '../paper-browser.ts';
import { type Fleet, startFleet } from './fleet.ts';

const TEST_LIMIT_MS = 120_000;

describe.skipIf(noRedis !== null)(
  `a server whose Redis went away${noRedis === null ? '' : ` (skipped: ${noRedis})`}`,
  () => {
    let redis: RedisServer;
    let fleet: Fleet;
    beforeAll(async () => {
      redis = await startRedis();
      fleet = await startFleet(1, redis.url);
    }, TEST_LIMIT_MS);
    afterAll(async () => {
      await fleet?.close();
      await redis?.stop();
    });

    test(
      'every screen, the file, a launch and a press of Write say so with a number; nothing is written; the log names the store',
      async () => {
        const patient = await newPatient(fleet.sandbox, 'v01');
        const launchUrl = fleet.sandbox.launchUrl(patient);
        const journey = await Journey.launch(launchUrl);
        const review = await journey.screen('review');
        await redis.stop();
        const open = (path: string) => journey.browser.open(`${journey.chart}/${path}`);
        const pages = [
          ...(await Promise.all(['safety', 'plan', 'review', 'done', 'handout', 'order'].map(open))),
          await journey.browser.open(launchUrl),
          await journey.browser.press(review, 'write'),
        ];
        for (const { html, url } of pages) {
          expect(`${url} ${titleOf(html)}`).toContain('cannot reach its own memory');
          expect(html).toMatch(/<dt>Reference<\/dt><dd>\w{8}<\/dd>/);
        }
        expect(draftsOf(fleet.sandbox, patient)).toEqual([]);
        const began = performance.now();
        const health = await fetch(`${fleet.appUrl}/health`);
        expect([health.status, performance.now() - began < 1_000]).toEqual([503, true]);
        expect(await fleet.servers[0]?.log()).toContain(`Redis at ${new URL(redis.url).host}`);
      },
      TEST_LIMIT_MS,
    );
  },
);
