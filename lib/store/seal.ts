/** Values closed for the store, and opened again. */
import { createHash } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';

export interface Seal {
  close(recordKey: string, value: unknown): Promise<Uint8Array>;
  /** Null when no key opens it: a removed key, another record's row, or one that was tampered with. */
  open(recordKey: string, bytes: Uint8Array): Promise<unknown>;
}

const ENCRYPTION = { alg: 'dir', enc: 'A256GCM' } as const;

/**
 * JSON Web Encryption. `kid` names the key, so that keys can be rotated; the record's key stands in the protected header, so that a
 * row cannot be passed off as another launch's.
 *
 * @param keys 32 bytes each; the first closes, all open.
 * @see RFC 7516 (JWE), RFC 7518 section 5.3 (A256GCM)
 */
export function makeSeal(keys: readonly Uint8Array[]): Seal {
  const named = new Map(keys.map((key) => [createHash('sha256').update(key).digest('base64url'), key]));
  const [first] = named;
  if (first === undefined) throw new RangeError('a seal needs a key');
  const [kid, closing] = first;
  return {
    async close(recordKey, value) {
      const jwe = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
        .setProtectedHeader({ ...ENCRYPTION, kid, record: recordKey })
        .encrypt(closing);
      return new TextEncoder().encode(jwe);
    },
    async open(recordKey, bytes) {
      try {
        const { plaintext, protectedHeader } = await compactDecrypt(
          bytes,
          ({ kid: name = '' }) => {
            const key = named.get(name);
            if (key === undefined) throw new Error('closed with a key that is not here');
            return key;
          },
          { keyManagementAlgorithms: [ENCRYPTION.alg], contentEncryptionAlgorithms: [ENCRYPTION.enc] },
        );
        return protectedHeader.record === recordKey ? JSON.parse(new TextDecoder().decode(plaintext)) : null;
      } catch {
        return null;
      }
    },
  };
}
