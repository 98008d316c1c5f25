/** A certificate that nobody vouches for, as an engineer makes one with openssl. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** @returns the files of its key and itself, made in `folder`. */
export function selfSignedCertificate(folder: string, host: string): { key: string; cert: string } {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const words = `req -x509 -newkey rsa:2048 -nodes -subj /CN=${host}`.split(' ');
  execFileSync('openssl', [...words, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { key, cert };
}
