/** Numbers to read out to the help desk. The same number stands in the audit line of what it was shown for. */
import { createHash, randomBytes } from 'node:crypto';

/** Digits and letters that cannot be misheard or misread for one another. */
const ALPHABET = '23456789ACDEFHJKMNPRTUVWXY';
const LENGTH = 8;

function spelled(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

export function newReference(): string {
  return spelled(randomBytes(LENGTH));
}

/** Of one reading of a chart: the same wherever that reading is shown. It does not tell the launch id. */
export function readingReference(launchId: string, readAt: number): string {
  return spelled(createHash('sha256').update(`${launchId} ${readAt}`).digest());
}
