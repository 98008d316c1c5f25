import { describe, expect, test } from 'vitest';
import { chooseRung, type LadderConditions, type Obstacle } from '#lib/order/write/write-ladder.ts';

const OPEN: LadderConditions = {
  site: { writeBack: { rung: 'fhir-draft', intent: 'order' } },
  capabilities: { supports: () => true },
  mayCreate: true,
  webMessaging: true,
  hookCards: false,
};

const choose = (changes: Partial<LadderConditions>) => chooseRung({ ...OPEN, ...changes });
const site = (rung: 'web-messaging' | 'copy') => ({
  writeBack: { rung, intent: 'order' as const },
});

test('a site, a server and a scope that all allow it: a draft over FHIR', () => {
  expect(choose({})).toEqual({
    rung: 'fhir-draft',
    obstacle: null,
  });
});

test('asks the server for creating MedicationRequests and nothing else', () => {
  const asked: string[][] = [];
  choose({ capabilities: { supports: (...question) => asked.push(question) > 0 } });
  expect(asked).toEqual([['MedicationRequest', 'create']]);
});

describe('each missing condition goes one rung down and is named', () => {
  test.each<[string, Partial<LadderConditions>, Obstacle]>([
    ['read-only server', { capabilities: { supports: () => false } }, 'takes-no-orders'],
    ['silent server', { capabilities: null }, 'does-not-say'],
    ['no create scope', { mayCreate: false }, 'not-allowed'],
    ['site without FHIR drafts', { site: site('web-messaging') }, 'no-drafts-over-fhir'],
  ])('%s', (_, changes, obstacle) => {
    expect(choose(changes)).toEqual({ rung: 'web-messaging', obstacle });
    expect(choose({ ...changes, webMessaging: false })).toEqual({ rung: 'copy', obstacle });
  });
});

test('a site that would record anything but a draft is never written to', () => {
  const writeBack = { rung: 'copy', intent: 'order', recordsInstead: 'a documented home medicine' } as const;
  expect(choose({ site: { writeBack } })).toEqual({
    rung: 'copy',
    obstacle: 'records-instead',
  });
  const careless = { ...writeBack, rung: 'fhir-draft' } as const;
  expect(choose({ site: { writeBack: careless } }).rung).toBe('copy');
});

test('a site set up without write-back is never written to, whatever it offers', () => {
  expect(choose({ site: site('copy') })).toEqual({ rung: 'copy', obstacle: 'set-up-without' });
});

describe('where the EHR shows our cards as orders are made', () => {
  test('the reviewed order is shown there instead of being copied alone', () => {
    const closed = { capabilities: null, webMessaging: false, hookCards: true };
    expect(choose(closed)).toEqual({ rung: 'hook-suggestion', obstacle: 'does-not-say' });
    expect(choose({ site: site('copy'), hookCards: true }).rung).toBe('hook-suggestion');
  });

  test('a higher rung that is open comes first', () => {
    expect(choose({ hookCards: true }).rung).toBe('fhir-draft');
    expect(choose({ mayCreate: false, hookCards: true }).rung).toBe('web-messaging');
  });
});
