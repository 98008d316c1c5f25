/** What the answers to one order mean together, each looked after in the chart where it does not tell. */
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import type { FoundDraft } from './find-drafts.ts';
import type { Sent } from './send-draft.ts';
import { type AnswerClass, type LookClass, WHAT_STANDS } from './what-stands.ts';
import type { DraftInEhr, HalfWhy, Refusal, UnclearAnswer, WriteOutcome } from './write-outcome.ts';

/** One answer once the chart was looked into. */
export type RequestResult =
  | { readonly kind: 'created'; readonly location: string | null }
  | { readonly kind: 'existing'; readonly draft: DraftInEhr | null }
  | { readonly kind: 'not-written'; readonly refusal: Refusal | null }
  | {
      readonly kind: 'unknown';
      readonly why: UnclearAnswer;
      readonly words: string | null;
      readonly looked: Exclude<LookClass, 'found'>;
    };

function classOf(sent: Sent): AnswerClass {
  if (sent.kind !== 'refused') return sent.kind;
  return sent.refusal.kind === 'conflict' ? 'conflict' : 'refused';
}

/** Only a look into the chart tells where this stands, or whether. */
export function needsLook(sent: Sent): boolean {
  if (sent.kind === 'unsent') return false;
  return sent.kind !== 'created' || sent.location === null;
}

/** `found` is what the look found of this request, `otherwise` how it ended where it found nothing. */
export function resultOf(
  sent: Sent,
  found: FoundDraft | undefined,
  otherwise: Exclude<LookClass, 'found'>,
): RequestResult {
  const look = found === undefined ? otherwise : 'found';
  switch (WHAT_STANDS[classOf(sent)][look]) {
    case 'created':
      return { kind: 'created', location: found?.location ?? sent.location };
    case 'existing':
      return { kind: 'existing', draft: found === undefined ? unread(sent.location) : inEhrOnly(found) };
    case 'not-written':
      return { kind: 'not-written', refusal: sent.kind === 'refused' ? sent.refusal : null };
    case 'unknown':
      return { kind: 'unknown', ...unclearOf(sent), looked: otherwise };
  }
}

function unclearOf(sent: Sent): { readonly why: UnclearAnswer; readonly words: string | null } {
  if (sent.kind === 'unclear') return { why: sent.why, words: sent.words };
  if (sent.kind !== 'refused') return { why: { code: 'not-of-each' }, words: null };
  const { status, words } = sent.refusal;
  return { why: { code: 'http', status }, words };
}

/** A draft of this request stands. */
export function isThere(result: RequestResult): boolean {
  return result.kind === 'created' || result.kind === 'existing';
}

/** Null where it does not stand, or the EHR did not say where. */
export function locationOf(result: RequestResult): string | null {
  if (result.kind === 'created') return result.location;
  return result.kind === 'existing' ? (result.draft?.location ?? null) : null;
}

/** The outcome of an order whose requests were answered so, in their order; requests that were not sent have no result. */
export function outcomeOf({ requests }: DraftOrder, results: readonly RequestResult[]): WriteOutcome {
  const there = results.filter(isThere);
  if (there.length === requests.length) {
    const drafts = results.flatMap((result) => (result.kind === 'existing' ? (result.draft ?? []) : []));
    return results.every(({ kind }) => kind === 'existing')
      ? { kind: 'already-written', whose: 'this-order', drafts }
      : { kind: 'written', locations: results.map(locationOf) };
  }
  const failure = results.find((result) => !isThere(result));
  const doubt = results.find((result) => result.kind === 'unknown');
  if (there.length > 0) {
    return {
      kind: 'half-written',
      locations: there.map(locationOf),
      missing: requests.filter((_, index) => !results[index] || !isThere(results[index])).map(drugOf),
      because: halfWhy(doubt ?? failure),
    };
  }
  if (doubt !== undefined) {
    const { why, words, looked } = doubt;
    return { kind: 'outcome-unknown', why, words, looked };
  }
  const refusal = failure?.kind === 'not-written' ? failure.refusal : null;
  return refusal ?? { kind: 'not-sent', why: { code: 'session-ended' } };
}

function halfWhy(failure: RequestResult | undefined): HalfWhy {
  if (failure?.kind === 'unknown') return { code: 'unclear', answer: failure.why, words: failure.words };
  const refusal = failure?.kind === 'not-written' ? failure.refusal : null;
  return refusal === null
    ? { code: 'rest-not-sent' }
    : { code: 'refused', status: refusal.status, words: refusal.words };
}

/** The outcome where drafts of this order were found before anything was sent; null when none was. */
export function alreadyThere(
  { requests }: DraftOrder,
  found: readonly FoundDraft[],
): Extract<WriteOutcome, { kind: 'already-written' | 'half-written' }> | null {
  const of = ({ identifier: [{ value }] }: DraftRequest) => found.filter((draft) => draft.value === value);
  const own = requests.flatMap(of);
  const missing = requests.filter((request) => of(request).length === 0);
  if (own.length === 0) return null;
  if (missing.length === 0)
    return { kind: 'already-written', whose: 'this-order', drafts: own.map(inEhrOnly) };
  return {
    kind: 'half-written',
    locations: own.map(({ location }) => location),
    missing: missing.map(drugOf),
    because: { code: 'stopped-earlier' },
  };
}

export function inEhrOnly({ location, status }: DraftInEhr): DraftInEhr {
  return { location, status };
}

function unread(location: string | null): DraftInEhr | null {
  return location === null ? null : { location, status: null };
}

function drugOf(request: DraftRequest): string {
  return 'contained' in request ? request.contained[0].code.text : request.medicationCodeableConcept.text;
}
