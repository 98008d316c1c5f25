import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { noRedis, type RedisServer, startRedis } from '../../store/redis-server.ts';
import { draftsOf, Journey, newPatient } from '../journey.ts';
import { titleOf } from '../paper-browser.ts';
import { type Fleet, startFleet } from './fleet.ts';

const TEST_LIMIT_MS = 120_000;

describe.skipIf(noRedis !== null)(
  `two servers behind one Redis${noRedis === null ? '' : ` (skipped: ${noRedis})`}`,
  () => {
    let redis: RedisServer;
    let fleet: Fleet;
    beforeAll(async () => {
      redis = await startRedis();
      fleet = await startFleet(2, redis.url);
    }, TEST_LIMIT_MS);
    afterAll(async () => {
      await fleet?.close();
      await redis?.stop();
    });
    afterEach(() => {
      fleet.aim(null);
      fleet.sandbox.faults.replace({});
    });

    async function launched() {
      const patient = await newPatient(fleet.sandbox, 'v01');
      return { patient, journey: await Journey.launch(fleet.sandbox.launchUrl(patient)) };
    }
    const drafts = (patient: string) => draftsOf(fleet.sandbox, patient).length;
    const onAll = async (line: string) =>
      (await Promise.all(fleet.servers.map((server) => server.metric(line)))).reduce(
        (sum, one) => sum + one,
        0,
      );

    test(
      'a journey whose every request reaches the other server makes one draft',
      async () => {
        const { journey, patient } = await launched();
        const done = await journey.write();
        expect(titleOf(done.html)).toMatch(/[Dd]raft .*in (the )?chart, not signed/);
        expect(drafts(patient)).toBe(1);
        for (const server of fleet.servers) {
          expect(await server.metric('ldn_ehr_requests_total{method="GET",status="200"}')).toBeGreaterThan(0);
        }
      },
      TEST_LIMIT_MS,
    );

    test(
      'an EHR that turned read-only: what one server showed on Review, the other keeps to',
      async () => {
        const { journey, patient } = await launched();
        fleet.sandbox.faults.replace({ readOnly: true, noWebMessaging: true });
        const review = await journey.screen('review');
        expect(review.html).toContain('Show order to copy');
        const done = await journey.browser.press(review, 'write');
        fleet.sandbox.faults.replace({});
        expect(titleOf(done.html)).toMatch(/^Nothing was written: enter the order by hand/);
        expect(drafts(patient)).toBe(0);
      },
      TEST_LIMIT_MS,
    );

    test(
      'many pages asked for at once when the token is over cause one renewal between both servers',
      async () => {
        fleet.sandbox.faults.replace({ tokenLifetimeSeconds: 16 });
        const { journey } = await launched();
        await sleep(8_500);
        const line = 'ldn_ehr_requests_total{method="POST",status="200"}';
        const before = await onAll(line);
        const pages = await Promise.all(Array.from({ length: 4 }, () => journey.screen('safety')));
        expect(new Set(pages.map(({ html }) => titleOf(html)))).toEqual(
          new Set([titleOf(journey.first.html)]),
        );
        expect((await onAll(line)) - before).toBe(1);
      },
      TEST_LIMIT_MS,
    );

    test(
      'Write pressed in two windows at once, on two servers, makes one draft and both windows show it',
      async () => {
        fleet.sandbox.faults.replace({ writeDelayMs: 1500 });
        const { journey, patient } = await launched();
        const pages = await Promise.all([journey.write(), journey.write()]);
        for (const { html } of pages) expect(titleOf(html)).toMatch(/[Dd]raft .*in (the )?chart, not signed/);
        expect(drafts(patient)).toBe(1);
      },
      TEST_LIMIT_MS,
    );

    test(
      'the same patient opened twice and written twice at once, on two servers, is one draft',
      async () => {
        fleet.sandbox.faults.replace({ writeDelayMs: 1500 });
        const { journey, patient } = await launched();
        const second = await Journey.launch(fleet.sandbox.launchUrl(patient));
        await Promise.all([journey.write(), second.write()]);
        expect(drafts(patient)).toBe(1);
      },
      TEST_LIMIT_MS,
    );

    test(
      'a server killed in the middle of a journey: the other goes on with the plan as it was edited',
      async () => {
        const { journey, patient } = await launched();
        fleet.aim(0);
        const plan = await journey.browser.press(await journey.screen('plan'), 'update', { days: '42' });
        expect(plan.html).toContain('value="42"');
        await fleet.servers[0]?.kill();
        fleet.aim(null);
        expect((await journey.screen('plan')).html).toContain('value="42"');
        expect(titleOf((await journey.write()).html)).toMatch(/[Dd]raft .*in (the )?chart, not signed/);
        expect(drafts(patient)).toBe(1);
        await fleet.servers[0]?.startAgain();
      },
      TEST_LIMIT_MS,
    );

    test(
      'a server killed between the write and its answer: the other finds the draft and makes no second',
      async () => {
        const { journey, patient } = await launched();
        fleet.sandbox.faults.replace({ writeDelayMs: 20_000 });
        fleet.aim(0);
        const lost = journey.write().catch(() => null);
        await vi.waitFor(() => expect(drafts(patient)).toBe(1), { timeout: 20_000 });
        await fleet.servers[0]?.kill();
        expect((await lost)?.status).toBe(502);
        fleet.sandbox.faults.replace({});
        fleet.aim(1);
        const again = await journey.write();
        expect(titleOf(again.html)).toMatch(/[Dd]raft .*in (the )?chart, not signed/);
        expect(drafts(patient)).toBe(1);
        await fleet.servers[0]?.startAgain();
      },
      TEST_LIMIT_MS,
    );
  },
);
