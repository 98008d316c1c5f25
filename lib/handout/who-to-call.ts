/** Names and telephone numbers of the prescriber and the clinic, from what the EHR says of them. What it does not say stays null. */
import { Fields, type JsonObject } from '#lib/fhir/fields.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';

export interface Contact {
  readonly name: string | null;
  readonly phone: string | null;
}

export interface WhoToCall {
  readonly prescriber: Contact;
  readonly clinic: Contact;
}

export const NOBODY: Contact = { name: null, phone: null };

/** Longer than any name or number that is one. */
const LONGEST_NAME = 80;
const LONGEST_NUMBER = 40;

/** @see FHIR R4 Practitioner.name, HumanName */
export function personContact(practitioner: JsonObject, today: CalendarDate): Contact {
  const fields = new Fields(practitioner, []);
  const names = fields.objects('name').filter((name) => !isOver(name, today));
  const name = names.find((one) => one.text('use') === 'official') ?? names[0];
  const parts = name
    ? [...name.texts('prefix'), ...name.texts('given'), name.text('family') ?? ''].filter(Boolean).join(' ')
    : '';
  return { name: short(name?.text('text') ?? parts, LONGEST_NAME), phone: phoneOf(fields, today) };
}

/** Of an Organization or a PractitionerRole. @see FHIR R4 Organization.telecom, PractitionerRole.telecom */
export function placeContact(place: JsonObject, today: CalendarDate): Contact {
  const fields = new Fields(place, []);
  return { name: short(fields.text('name') ?? '', LONGEST_NAME), phone: phoneOf(fields, today) };
}

/** A number at work, never one at home or one that is no longer used. @see FHIR R4 ContactPoint */
function phoneOf(fields: Fields, today: CalendarDate): string | null {
  const points = fields
    .objects('telecom')
    .filter((point) => point.text('system') === 'phone' && !isOver(point, today))
    .filter((point) => !['home', 'temp'].includes(point.text('use') ?? ''));
  const rank = (point: Fields) => (point.text('use') === 'work' ? 0 : 100) + (point.number('rank') ?? 50);
  const [best] = points.toSorted((one, other) => rank(one) - rank(other));
  return short(best?.text('value') ?? '', LONGEST_NUMBER);
}

function isOver(point: Fields, today: CalendarDate): boolean {
  const end = point.object('period')?.text('end')?.slice(0, 10);
  return point.text('use') === 'old' || (end !== undefined && end < today);
}

function short(text: string, longest: number): string | null {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' || line.length > longest ? null : line;
}
