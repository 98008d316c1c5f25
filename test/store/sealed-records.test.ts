import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSeal } from '#lib/store/sealed-records.ts';

const key = () => new Uint8Array(randomBytes(32));

test('what is closed opens again, under its own record key alone', () => {
  const seal = makeSeal([key()]);
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), fc.string(), (value, one, other) => {
      fc.pre(one !== other);
      const sealed = seal.close(one, value);
      expect(seal.open(one, sealed)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(seal.open(other, sealed)).toBeNull();
    }),
  );
});

test('a changed byte, anywhere, opens nothing', () => {
  const seal = makeSeal([key()]);
  const sealed = seal.close('launch/1', { token: 'secret' });
  for (let place = 0; place < sealed.length; place += 1) {
    const changed = Uint8Array.from(sealed);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(seal.open('launch/1', changed)).toBeNull();
  }
  expect(seal.open('launch/1', sealed.subarray(0, 10))).toBeNull();
});

test('the same value is never closed to the same bytes', () => {
  const seal = makeSeal([key()]);
  expect(seal.close('k', 1)).not.toEqual(seal.close('k', 1));
});

test('rotation: the new key closes, the old one still opens', () => {
  const [old, fresh] = [key(), key()];
  const before = makeSeal([old]).close('k', 'kept');
  expect(makeSeal([fresh, old]).open('k', before)).toBe('kept');
  expect(makeSeal([fresh]).open('k', before)).toBeNull();
  expect(makeSeal([old]).open('k', makeSeal([fresh, old]).close('k', 'new'))).toBeNull();
});
