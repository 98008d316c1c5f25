/** Whose row it is. */

import type { ChartPart } from '#lib/chart/ledger.ts';
import type { Fields } from '#lib/fhir/fields.ts';
import type { References } from './references.ts';

export type Whose = 'this' | 'other' | 'nobody';

/** `nobody`: the row names no patient. It is kept as evidence, and the read counts as incomplete. */
export function patientOf(part: ChartPart, row: Fields, references: References): Whose {
  if (part === 'Patient') return 'this';
  if (part === 'Appointment') return patientAmong(row.objects('participant'), references);
  const address = row.object(part === 'AllergyIntolerance' ? 'patient' : 'subject')?.text('reference');
  if (address == null) return 'nobody';
  return references.isThisPatient(address) ? 'this' : 'other';
}

/** An appointment also names rooms and staff; of the patients among them one has to be this one. */
function patientAmong(participants: readonly Fields[], references: References): Whose {
  const addresses = participants.flatMap((one) => one.object('actor')?.text('reference') ?? []);
  if (addresses.some((address) => references.isThisPatient(address))) return 'this';
  return addresses.some((address) => /(^|\/)Patient\//.test(references.source(address))) ? 'other' : 'nobody';
}
