/** One JSON line per act that an auditor asks after. Ids and outcomes; no names, no drug text, no tokens. */
import { digest } from './secrets.ts';
import type { LaunchFailure } from './session.ts';

export interface AuditEvent {
  readonly event: 'launch' | 'read' | 'judgement' | 'write' | 'refusal';
  readonly outcome: string;
  /** The launch id; only a digest of it is printed. */
  readonly launch?: string;
  readonly issuer?: string;
  /** "Patient/p1". */
  readonly patient?: string;
  /** "Practitioner/p9". */
  readonly user?: string | null;
  readonly ruleTable?: string;
  /** Ids of what was written or refused, failure codes, reference numbers. */
  readonly ids?: Readonly<Record<string, string>>;
}

export function audit({ launch, ...event }: AuditEvent): void {
  const line = { audit: 1, at: new Date().toISOString(), ...event };
  process.stdout.write(
    `${JSON.stringify(launch === undefined ? line : { ...line, launch: digest(launch).slice(0, 16) })}\n`,
  );
}

/** The failure's detail is written too: it is made for IT and holds no patient data. */
export function auditRefusal(failure: LaunchFailure): void {
  const { code, reference, detail } = failure;
  audit({ event: 'refusal', outcome: code, ids: { reference, detail } });
}
