/** One JSON line per act that an auditor asks after. Ids and outcomes; no names, no drug text, no tokens. */
import { z } from 'zod';
import { VERSION } from '#lib/settings/version.ts';
import { digest } from '#lib/store/secrets.ts';
import { count, observe } from './metrics.ts';

/** What docs/audit.md tells of. A change that a reader of the lines could notice raises `audit`. */
export const auditLineSchema = z.strictObject({
  audit: z.literal(3).describe('Version of this schema.'),
  at: z.iso.datetime().describe('When the act ended, UTC.'),
  version: z.string().describe('Version of this app.'),
  event: z
    .enum(['launch', 'read', 'judgement', 'write', 'hook', 'refusal'])
    .describe(
      'What was done: a launch made, a chart read, a verdict shown, a draft tried to be written, a warning raised by a CDS Hooks call, anything refused.',
    ),
  outcome: z
    .string()
    .describe(
      'How it ended: made, or role-said where the EHR named no user and the user said to be a prescriber; complete or incomplete; the opioid verdict; the outcome of the write, person-found-none where a person says that a draft in doubt is not there; of a hook the kinds of its warnings; the code of the refusal.',
    ),
  launch: z
    .string()
    .regex(/^[\w-]{16}$/)
    .optional()
    .describe('Which launch: the start of a SHA-256 digest of its id, the same in every line of the launch.'),
  issuer: z.string().optional().describe('FHIR base URL of the EHR.'),
  patient: z.string().optional().describe('Reference of the patient in that EHR, such as Patient/p1.'),
  user: z
    .string()
    .nullable()
    .optional()
    .describe('Reference of the user, such as Practitioner/p9; null where the EHR named nobody.'),
  ms: z
    .number()
    .optional()
    .describe(
      'How long the act took, in milliseconds: a launch from the answer of the EHR on, a judgement without the reading, a write with the reading before it.',
    ),
  ids: z
    .record(z.string(), z.string())
    .optional()
    .describe(
      'Ids of what was written; of a launch the card of a CDS Hooks call that led to it; of a hook the service and whether its cards were shown; of a refusal the reference number on the page and the detail for IT; of a read its reference number.',
    ),
});

type AuditLine = z.infer<typeof auditLineSchema>;

/** `launch` is the launch id; only a digest of it is printed. */
export type AuditEvent = Readonly<Omit<AuditLine, 'audit' | 'at' | 'version'>>;

/** Prints the line and counts it in the metrics. */
export function audit({ launch, ...event }: AuditEvent): void {
  const line = { audit: 3, at: new Date().toISOString(), version: VERSION, ...event };
  process.stdout.write(
    `${JSON.stringify(launch === undefined ? line : { ...line, launch: digest(launch).slice(0, 16) })}\n`,
  );
  countAct(event);
}

function countAct({ event, outcome, ms }: AuditEvent): void {
  switch (event) {
    case 'launch':
      count('ldn_launches_total', { outcome });
      break;
    case 'read':
      count('ldn_reads_total', { outcome });
      break;
    case 'judgement':
      count('ldn_verdicts_total', { verdict: outcome });
      break;
    case 'write':
      count('ldn_writes_total', { outcome });
      break;
    case 'hook':
      break;
    case 'refusal':
      count('ldn_refusals_total', { code: outcome });
      break;
  }
  if (ms !== undefined) observe('ldn_act_duration_seconds', { act: event }, ms / 1000);
}

/** Milliseconds, to a tenth, since `performance.now()` was `begun`. */
export function msSince(begun: number): number {
  return Math.round((performance.now() - begun) * 10) / 10;
}

/** What is said of a refusal: its code, its detail for IT and the number on the page. */
interface Refused {
  readonly code: string;
  readonly detail: string;
  readonly reference: string;
}

/** The failure's detail is written too: it is made for IT and holds no patient data. */
export function auditRefusal(failure: Refused): void {
  const { code, reference, detail } = failure;
  audit({ event: 'refusal', outcome: code, ids: { reference, detail } });
}
