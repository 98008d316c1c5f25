/** The fields of a posted form as this app keeps them: its own, as text, exactly as typed. */
import { notFound } from 'next/navigation';

/** A field longer than this was not typed by a person. */
const LONGEST_FIELD = 1000;

/** Fields accepted by `isOwn`, cut to a length a person may type. Files and the framework's own fields are left out. */
export function typedFields(form: FormData, isOwn: (field: string) => boolean): Record<string, string> {
  formGiven(form);
  const typed: Record<string, string> = {};
  for (const [field, value] of form) {
    if (typeof value === 'string' && isOwn(field)) typed[field] = value.slice(0, LONGEST_FIELD);
  }
  return typed;
}

export function textField(form: FormData, field: string): string {
  formGiven(form);
  const value = form.get(field);
  return typeof value === 'string' ? value : '';
}

/** Whoever calls an action calls it with what they like: what is of the wrong type is answered HTTP 404. */
export function textGiven(value: unknown): string {
  if (typeof value !== 'string') notFound();
  return value;
}

function formGiven(value: unknown): void {
  if (!(value instanceof FormData)) notFound();
}
