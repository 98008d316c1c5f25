import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import { makeSeal } from '#lib/store/seal.ts';

const key = () => new Uint8Array(randomBytes(32));

test('what is closed opens again, under its own record key alone', async () => {
  const seal = makeSeal([key()]);
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.string(), fc.string(), async (value, one, other) => {
      fc.pre(one !== other);
      const sealed = await seal.close(one, value);
      expect(await seal.open(one, sealed)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(await seal.open(other, sealed)).toBeNull();
    }),
  );
});

test('it is a JWE that other tools can read, and names no key itself', async () => {
  const secret = key();
  const sealed = new TextDecoder().decode(await makeSeal([secret]).close('launch/1', 'kept'));
  expect(decodeProtectedHeader(sealed)).toMatchObject({ alg: 'dir', enc: 'A256GCM', record: 'launch/1' });
  expect(sealed).not.toContain(Buffer.from(secret).toString('base64url'));
});

test('a changed letter, anywhere, opens nothing', async () => {
  const seal = makeSeal([key()]);
  const value = { token: 'secret' };
  const sealed = await seal.close('launch/1', value);
  for (let place = 0; place < sealed.length; place += 1) {
    const changed = Uint8Array.from(sealed);
    changed[place] = swapped(changed[place] ?? 0);
    expect(await seal.open('launch/1', changed), `letter ${place}`).toBeNull();
  }
  expect(await seal.open('launch/1', sealed.subarray(0, 10))).toBeNull();
});

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The letter whose first bit of six is the other one; a full stop becomes a letter. */
function swapped(code: number): number {
  const at = LETTERS.indexOf(String.fromCharCode(code));
  return LETTERS.charCodeAt(at === -1 ? 0 : at ^ 32);
}

test('what is no JWE, or one of another kind, is absent', async () => {
  const seal = makeSeal([key()]);
  for (const text of ['', 'kept', 'a.b.c.d.e', `${btoa('{"alg":"none"}')}....`, '\u0000\uffff'])
    expect(await seal.open('k', new TextEncoder().encode(text))).toBeNull();
});

test('the same value is never closed to the same text', async () => {
  const seal = makeSeal([key()]);
  expect(await seal.close('k', 1)).not.toEqual(await seal.close('k', 1));
});

test('rotation: the new key closes, the old one still opens', async () => {
  const [old, fresh] = [key(), key()];
  const before = await makeSeal([old]).close('k', 'kept');
  expect(await makeSeal([fresh, old]).open('k', before)).toBe('kept');
  expect(await makeSeal([fresh]).open('k', before)).toBeNull();
  expect(await makeSeal([old]).open('k', await makeSeal([fresh, old]).close('k', 'new'))).toBeNull();
});
