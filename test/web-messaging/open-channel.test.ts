import { describe, expect, test } from 'vitest';
import { openChannel } from '#lib/web-messaging/open-channel.ts';

const ORIGIN = 'https://ehr.example';

interface Heard {
  readonly origin: string;
  readonly source: unknown;
  readonly data: unknown;
}

/** Two windows: ours, and the EHR's, which answers each message with these events. */
function windows(answers: (message: { messageId: string }, ehr: object) => readonly Heard[]) {
  const listeners = new Set<(event: never) => void>();
  const sentTo: string[] = [];
  const ehr = {
    postMessage(message: unknown, target: unknown) {
      sentTo.push(String(target));
      for (const event of answers(message as { messageId: string }, ehr)) {
        for (const listener of [...listeners]) listener(event as never);
      }
    },
  };
  const own = {
    addEventListener: (_: string, listener: (event: never) => void) => void listeners.add(listener),
    removeEventListener: (_: string, listener: (event: never) => void) => void listeners.delete(listener),
  };
  const channel = openChannel({
    own: own as never,
    ehr: ehr as never,
    origin: ORIGIN,
    handle: 'h',
    newId: () => 'm1',
  });
  return { channel, sentTo, listeners };
}

const answer = (data: object = {}) => ({ messageId: 'r1', responseToMessageId: 'm1', payload: data });

describe('the window of the EHR', () => {
  test('is spoken to under the origin of the launch alone, never "*"', async () => {
    const { channel, sentTo, listeners } = windows((_, ehr) => [
      { origin: ORIGIN, source: ehr, data: answer({ status: 'success' }) },
    ]);
    expect(await channel.ask('status.handshake', {}, 100)).toEqual({ status: 'success' });
    expect(sentTo).toEqual([ORIGIN]);
    expect(listeners.size).toBe(0);
  });

  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another window', { source: {} }],
    ['another message', { data: { ...answer(), responseToMessageId: 'm2' } }],
  ])('is not heard from %s', async (_, changes) => {
    const { channel, listeners } = windows((__, ehr) => [
      { origin: ORIGIN, source: ehr, data: answer(), ...changes },
    ]);
    expect(await channel.ask('status.handshake', {}, 10)).toBeNull();
    expect(listeners.size).toBe(0);
  });

  test('that says nothing is given up', async () => {
    const { channel } = windows(() => []);
    expect(await channel.ask('status.handshake', {}, 10)).toBeNull();
  });
});
