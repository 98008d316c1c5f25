/**
 * What a posted request asks for, read before Next reads it: Next answers HTTP 500 to a body it cannot take apart, and knows no page for an
 * action of another build. Only what forms and calls of this app look like is let through.
 */
import { isActionOfThisBuild } from './actions-of-this-build.ts';

type Posted =
  /** No action is asked for, or one of this build with what actions take. */
  | 'fine'
  /** Half a body, no body, or one that no form of this app makes. */
  | 'unreadable'
  /** An action that this build does not have: the page is of another version of the app. */
  | 'of-another-build';

/** No action of this app takes more. */
const MOST_ARGUMENTS = 4;
const MULTIPART = /^multipart\/form-data\b/i;

export async function postedOf(request: Request): Promise<Posted> {
  const called = request.headers.get('next-action');
  const isMultipart = MULTIPART.test(request.headers.get('content-type') ?? '');
  if (called === null && !isMultipart) return 'fine';
  if (called !== null && !isActionOfThisBuild(called)) return 'of-another-build';
  const body = await bodyOf(request, isMultipart);
  if (body === null) return 'unreadable';
  if (called !== null) return areArguments(body) ? 'fine' : 'unreadable';
  return typeof body === 'string' ? 'unreadable' : formOf(body);
}

/** The fields a person typed into, of a form that was sent by script or without. */
export async function typedForm(request: Request): Promise<FormData> {
  const typed = new FormData();
  const body = await bodyOf(request, MULTIPART.test(request.headers.get('content-type') ?? ''));
  if (body === null || typeof body === 'string') return typed;
  for (const [name, value] of body) {
    const field = request.headers.has('next-action') ? name.replace(/^_?\d+_/, '') : name;
    if (typeof value === 'string' && !field.startsWith('$ACTION')) typed.append(field, value);
  }
  return typed;
}

async function bodyOf(request: Request, isMultipart: boolean): Promise<FormData | string | null> {
  try {
    return await (isMultipart ? request.clone().formData() : request.clone().text());
  } catch {
    return null;
  }
}

/** React's encoding of a call: a list, in which "$K1" stands for a form whose fields are beside it. */
function areArguments(body: FormData | string): boolean {
  const list = parsed(typeof body === 'string' ? body : body.get('0'));
  return Array.isArray(list) && list.length <= MOST_ARGUMENTS && list.every((one) => isPlain(one, body));
}

/** Texts, numbers, and lists and objects of them. Everything else that React could be told to make has no use here. */
function isPlain(value: unknown, body: FormData | string): boolean {
  if (typeof value === 'string')
    return (
      !value.startsWith('$') || value.startsWith('$$') || (typeof body !== 'string' && /^\$K\d+$/.test(value))
    );
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((one) => isPlain(one, body));
}

/** A form that was sent without script: Next's own fields name the action and what it is bound to. */
function formOf(form: FormData): Posted {
  for (const name of form.keys()) {
    const [, plain] = /^\$ACTION_ID_(.*)$/.exec(name) ?? [];
    if (plain !== undefined && !isActionOfThisBuild(plain)) return 'of-another-build';
    const [, reference] = /^\$ACTION_REF_(.*)$/.exec(name) ?? [];
    if (reference === undefined) continue;
    const bound = parsed(form.get(`$ACTION_${reference}:0`)) as { id?: unknown; bound?: unknown } | null;
    const values = parsed(form.get(`$ACTION_${reference}:1`));
    if (typeof bound !== 'object' || typeof bound?.id !== 'string' || bound.bound !== '$@1')
      return 'unreadable';
    if (!Array.isArray(values) || !values.every((one) => isPlain(one, ''))) return 'unreadable';
    if (!isActionOfThisBuild(bound.id)) return 'of-another-build';
  }
  return 'fine';
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
