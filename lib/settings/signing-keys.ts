/** The app's own keys, which it signs with where an EHR knows it by a key. @see RFC 7517; SMART App Launch 2.2.0, client-confidential-asymmetric */
import { z } from 'zod';

/** Base64url characters of a 2048-bit modulus. */
const RSA_2048_LENGTH = 342;

/** A private key of the app as a JSON Web Key: EC P-384 signs ES384, RSA signs RS384. */
const signingKeySchema = z
  .looseObject({ kid: z.string().min(1), kty: z.enum(['EC', 'RSA']), d: z.string().min(1) })
  .refine((key) => key.kty !== 'EC' || key.crv === 'P-384', 'an EC key must be on curve P-384')
  .refine(
    (key) => key.kty !== 'RSA' || (typeof key.n === 'string' && key.n.length >= RSA_2048_LENGTH),
    'an RSA key must have 2048 bits or more',
  );

export const keySetSchema = z
  .looseObject({ keys: z.array(signingKeySchema).min(1) })
  .refine(({ keys }) => new Set(keys.map((key) => key.kid)).size === keys.length, 'each kid must be unique');

export type SigningKey = z.infer<typeof signingKeySchema>;

export function algorithmOf(key: SigningKey): 'ES384' | 'RS384' {
  return key.kty === 'EC' ? 'ES384' : 'RS384';
}
