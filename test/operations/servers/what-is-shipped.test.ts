/** The folder that a server runs from, as the build leaves it. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STANDALONE } from '../../sandbox/build-app.ts';

const LIMIT_BYTES = 30_000_000;
/** Made by a server at its first start, or by the build for itself. */
const OF_THIS_MACHINE = /^(compile-cache|built-from)/;

const files = readdirSync(STANDALONE, { recursive: true, encoding: 'utf8' }).filter(
  (file) => !OF_THIS_MACHINE.test(file) && statSync(join(STANDALONE, file)).isFile(),
);

test('no native library, nothing of image resizing, under 30 MB', () => {
  expect(files.filter((file) => /\.(so(\.\d+)*|node|dylib|dll|wasm)$|@img|libvips/.test(file))).toEqual([]);
  const size = files.reduce((sum, file) => sum + statSync(join(STANDALONE, file)).size, 0);
  expect(size).toBeLessThan(LIMIT_BYTES);
});

test.each(['LICENSE', 'NOTICE', 'docs/licences.md'])('%s goes with it', (file) => {
  expect(existsSync(join(STANDALONE, file))).toBe(true);
});
