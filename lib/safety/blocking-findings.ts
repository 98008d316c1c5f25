import type { Finding } from './finding.ts';
import type { Judgement } from './judgement.ts';

/** The findings no answer can settle. While there is one, there is no way past Safety. */
export function blockingFindings({ findings }: Judgement): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'blocks');
}
