import { describe, expect, test } from 'vitest';
import { chooseRung, type LadderConditions } from '#lib/order/write/write-ladder.ts';

const OPEN: LadderConditions = {
  site: { name: 'Example EHR', writeBack: { rung: 'fhir-draft', intent: 'order' } },
  capabilities: { supports: () => true },
  mayCreate: true,
  webMessaging: true,
};

const choose = (changes: Partial<LadderConditions>) => chooseRung({ ...OPEN, ...changes });
const site = (rung: 'web-messaging' | 'copy') => ({
  name: 'Example EHR',
  writeBack: { rung, intent: 'order' as const },
});

test('a site, a server and a scope that all allow it: a draft over FHIR', () => {
  expect(choose({})).toEqual({
    rung: 'fhir-draft',
    why: 'A draft order can be written to Example EHR. You review and sign it there.',
  });
});

test('asks the server for creating MedicationRequests and nothing else', () => {
  const asked: string[][] = [];
  choose({ capabilities: { supports: (...question) => asked.push(question) > 0 } });
  expect(asked).toEqual([['MedicationRequest', 'create']]);
});

describe('each missing condition goes one rung down and is named', () => {
  test.each<[string, Partial<LadderConditions>, string]>([
    ['read-only server', { capabilities: { supports: () => false } }, 'takes no orders over FHIR'],
    ['silent server', { capabilities: null }, 'does not say whether it takes draft orders'],
    ['no create scope', { mayCreate: false }, 'did not allow this launch to write orders'],
    ['site without FHIR drafts', { site: site('web-messaging') }, 'takes no draft orders over FHIR'],
  ])('%s', (_, changes, words) => {
    const messaging = choose(changes);
    expect(messaging.rung).toBe('web-messaging');
    expect(messaging.why).toContain(words);
    const copying = choose({ ...changes, webMessaging: false });
    expect(copying.rung).toBe('copy');
    expect(copying.why).toContain(words);
  });
});

test('a site that would record anything but a draft is never written to, and the first screen says what it would record', () => {
  const writeBack = { rung: 'copy', intent: 'order', recordsInstead: 'a documented home medicine' } as const;
  expect(choose({ site: { name: 'Example EHR', writeBack } })).toEqual({
    rung: 'copy',
    why: expect.stringContaining('Example EHR would record a documented home medicine instead of a draft'),
  });
  const careless = { ...writeBack, rung: 'fhir-draft' } as const;
  expect(choose({ site: { name: 'Example EHR', writeBack: careless } }).rung).toBe('copy');
});

test('a site set up without write-back is never written to, whatever it offers', () => {
  const { rung, why } = choose({ site: site('copy') });
  expect(rung).toBe('copy');
  expect(why).toContain('nothing is written to it');
});
