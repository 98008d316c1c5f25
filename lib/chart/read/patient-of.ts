/** Whose row it is. */

import type { ChartPart } from '#lib/chart/ledger.ts';
import type { Fields } from '#lib/fhir/fields.ts';
import type { References, Whose } from './references.ts';

export function patientOf(part: ChartPart, row: Fields, references: References): Whose {
  if (part === 'Patient') return { kind: 'this' };
  if (part === 'Appointment') return patientAmong(row.objects('participant'), references);
  const reference = row.object(part === 'AllergyIntolerance' ? 'patient' : 'subject');
  return reference === null ? { kind: 'nobody' } : references.whose(reference);
}

/** An appointment also names rooms and staff; of the patients among them one has to be this one. */
function patientAmong(participants: readonly Fields[], references: References): Whose {
  const actors = participants.flatMap((one) => one.object('actor') ?? []);
  const named = actors.map((actor) => ({ actor, whose: references.whose(actor) }));
  if (named.some(({ whose }) => whose.kind === 'this')) return { kind: 'this' };
  const patients = named.filter(({ actor }) => isPatient(actor));
  return patients[0]?.whose ?? { kind: 'nobody' };
}

function isPatient(actor: Fields): boolean {
  const name = actor.text('type') ?? actor.text('reference') ?? '';
  return /(?:^|\/)Patient(?:\/|\?|$)/.test(name);
}
