/** The committed table that no source makes: words of devices, written by hand. The making reads it, counts it and leaves it as it is. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDeviceTerms } from '#lib/terminology/device-terms.ts';

export const HAND_KEPT_FILE = 'device-terms.txt';

export const handKept: string = readFileSync(
  path.join(import.meta.dirname, '..', 'tables', HAND_KEPT_FILE),
  'utf8',
);

export const HAND_KEPT_TERMS = parseDeviceTerms(handKept);
