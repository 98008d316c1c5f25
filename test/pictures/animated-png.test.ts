import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { animatedPng, chunksOf } from './animated-png.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const TOUR_LIMIT_BYTES = 2_000_000;

function numbers(...values: number[]): Buffer {
  return Buffer.concat(values.map((value) => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value])));
}

/** One pixel of one grey. */
function onePixel(grey: number, width = 1): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    return Buffer.concat([numbers(data.length), named, numbers(crc32(named))]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.concat([numbers(width, 1), Buffer.from([8, 0, 0, 0, 0])])),
    chunk('IDAT', deflateSync(Buffer.from([0, ...Array(width).fill(grey)]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('pictures become one animated picture', () => {
  const made = animatedPng([10, 20, 30].map((grey) => ({ png: onePixel(grey), shown: 6_000 })));

  test('the first is what a reader sees that knows no animation; the others follow in order', () => {
    const types = chunksOf(made).map(({ type }) => type);
    expect(types.join(' ')).toBe('IHDR acTL fcTL IDAT fcTL fdAT fcTL fdAT IEND');
  });

  test('each is shown for its time, and they are numbered without a gap', () => {
    const chunks = chunksOf(made).filter(({ type }) => type === 'fcTL' || type === 'fdAT');
    expect(chunks.map(({ data }) => data.readUInt32BE(0))).toEqual([0, 1, 2, 3, 4]);
    for (const { data } of chunks.filter(({ type }) => type === 'fcTL')) {
      expect(data.readUInt16BE(20) / data.readUInt16BE(22)).toBe(6);
    }
  });

  test('pictures of two sizes are refused', () => {
    const two = [onePixel(1), onePixel(1, 2)].map((png) => ({ png, shown: 1 }));
    expect(() => animatedPng(two)).toThrow('one size');
  });
});

describe('the pictures of README', () => {
  const named = [
    ...readFileSync(join(PROJECT, 'README.md'), 'utf8').matchAll(/\((docs\/screenshots\/[\w-]+\.png)\)/g),
  ];

  test.each(named.map(([, file = '']) => file))('%s is there', (file) => {
    expect(existsSync(join(PROJECT, file))).toBe(true);
  });

  test('the tour takes a minute and is under 2 MB', () => {
    const tour = readFileSync(join(PROJECT, 'docs/screenshots/tour.png'));
    const controls = chunksOf(tour).filter(({ type }) => type === 'fcTL');
    const seconds = controls.map(({ data }) => data.readUInt16BE(20) / data.readUInt16BE(22));
    expect(seconds.reduce((sum, one) => sum + one, 0)).toBeCloseTo(60, 0);
    expect(tour.length).toBeLessThan(TOUR_LIMIT_BYTES);
  });
});
