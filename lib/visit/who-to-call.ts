/**
 * Asks the EHR whom the patient calls: the prescriber of the launch and the clinic behind. Beside the chart, and for paper alone: what is
 * refused, slow or absent is a line to write on.
 */

import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import { Fields, isObject, type JsonObject } from '#lib/fhir/fields.ts';
import {
  type Contact,
  NOBODY,
  personContact,
  placeContact,
  type WhoToCall,
} from '#lib/handout/who-to-call.ts';
import type { LaunchUser } from '#lib/launch/session.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';

/** POLICY: nobody waits longer for a telephone number. */
const LONGEST_WAIT_MS = 1_500;

/** @see FHIR R4 PractitionerRole */
export async function whoToCall(
  server: FhirServer,
  user: LaunchUser | null,
  today: CalendarDate,
): Promise<WhoToCall> {
  if (user === null) return { prescriber: NOBODY, clinic: NOBODY };
  const [person, role] = await personAndRole(server, user.reference);
  const prescriber = person === null ? NOBODY : personContact(person, today);
  const atWork = role === null ? NOBODY : placeContact(role, today);
  return {
    prescriber: {
      name: prescriber.name ?? user.display,
      phone: atWork.phone ?? prescriber.phone,
    },
    clinic: await clinicOf(server, role, today),
  };
}

async function personAndRole(
  server: FhirServer,
  reference: string,
): Promise<readonly [JsonObject | null, JsonObject | null]> {
  if (reference.startsWith('PractitionerRole/')) {
    const role = await read(server, reference, 'PractitionerRole');
    const person = role && referenceIn(role, 'practitioner', 'Practitioner');
    return [person === null ? null : await read(server, person, 'Practitioner'), role];
  }
  const search = `PractitionerRole?practitioner=${encodeURIComponent(reference)}&active=true`;
  return Promise.all([read(server, reference, 'Practitioner'), onlyRole(server, search)]);
}

/** With several roles nobody knows in which one the patient was seen. */
async function onlyRole(server: FhirServer, search: string): Promise<JsonObject | null> {
  const bundle = await read(server, search, 'Bundle');
  const rows = bundle === null ? [] : new Fields(bundle, []).objects('entry');
  const roles = rows.map((entry) => entry.object('resource')?.json ?? {}).filter(isRole);
  return roles.length === 1 ? (roles[0] ?? null) : null;
}

function isRole(resource: JsonObject): boolean {
  return resource.resourceType === 'PractitionerRole' && resource.active !== false;
}

async function clinicOf(server: FhirServer, role: JsonObject | null, today: CalendarDate): Promise<Contact> {
  const reference = role && referenceIn(role, 'organization', 'Organization');
  if (reference === null) return NOBODY;
  const organization = await read(server, reference, 'Organization');
  return organization === null ? NOBODY : placeContact(organization, today);
}

/** A reference on this server. */
function referenceIn(resource: JsonObject, element: string, type: string): string | null {
  const reference = new Fields(resource, []).object(element)?.text('reference') ?? '';
  return new RegExp(`^${type}/[A-Za-z0-9.-]{1,64}$`).test(reference) ? reference : null;
}

async function read(server: FhirServer, address: string, type: string): Promise<JsonObject | null> {
  const answer = await server.get(address, { timeoutMs: LONGEST_WAIT_MS });
  if (answer.kind !== 'answer' || answer.status !== 200) return null;
  return isObject(answer.body) && answer.body.resourceType === type ? answer.body : null;
}
