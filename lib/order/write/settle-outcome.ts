/** What the answers to one order mean together. */
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import type { FoundDraft } from './find-drafts.ts';
import type { Refusal, Sent } from './send-draft.ts';
import type { StandingDraft, WriteOutcome } from './write-outcome.ts';

/** An answer once the chart was looked into where it did not tell. */
export type Settled =
  | { readonly kind: 'created'; readonly location: string | null }
  | { readonly kind: 'existing'; readonly draft: StandingDraft | null }
  | Refusal
  | (Extract<Sent, { kind: 'unclear' }> & { readonly looked: 'not-found' | 'could-not-look' });

/** Only a look into the chart tells where this stands, or whether. */
export function needsLook(sent: Sent): boolean {
  return sent.kind === 'created'
    ? sent.location === null
    : sent.kind !== 'refused' && sent.kind !== 'not-supported';
}

/** `found` is what the look found of this request, `looked` whether it was read to its end. */
export function settled(sent: Sent, found: FoundDraft | undefined, looked: boolean): Settled {
  switch (sent.kind) {
    case 'created':
      return { kind: 'created', location: sent.location ?? found?.location ?? null };
    case 'existing':
      return { kind: 'existing', draft: found === undefined ? unread(sent.location) : standingOnly(found) };
    case 'unclear':
      if (found !== undefined) return { kind: 'created', location: found.location };
      return { ...sent, looked: looked ? 'not-found' : 'could-not-look' };
    case 'conflict':
      return found === undefined ? sent : { kind: 'existing', draft: standingOnly(found) };
    case 'refused':
    case 'not-supported':
      return sent;
  }
}

export function stands(result: Settled): boolean {
  return result.kind === 'created' || result.kind === 'existing';
}

export function locationOf(result: Settled): string | null {
  if (result.kind === 'created') return result.location;
  return result.kind === 'existing' ? (result.draft?.location ?? null) : null;
}

/** The outcome of an order whose requests were answered so, in their order; requests that were not sent have no result. */
export function outcomeOf({ requests }: DraftOrder, results: readonly Settled[]): WriteOutcome {
  const standing = results.filter(stands);
  if (standing.length === requests.length) {
    const drafts = results.flatMap((result) => (result.kind === 'existing' ? (result.draft ?? []) : []));
    return results.every(({ kind }) => kind === 'existing')
      ? { kind: 'already-written', drafts }
      : { kind: 'written', locations: results.map(locationOf) };
  }
  const failure = results.find((result) => !stands(result));
  if (standing.length > 0) {
    return {
      kind: 'half-written',
      locations: standing.map(locationOf),
      missing: requests.filter((_, index) => !results[index] || !stands(results[index])).map(drugOf),
      because: failure === undefined ? 'The rest was not sent.' : wordsOf(failure),
    };
  }
  if (failure === undefined) return { kind: 'not-sent', why: 'Nothing was sent.' };
  if (failure.kind !== 'unclear') return failure as Refusal;
  const { why, words, looked } = failure;
  return { kind: 'outcome-unknown', why, words, looked };
}

/** The outcome where drafts of this order were found before anything was sent; null when none was. */
export function alreadyStanding(
  { requests }: DraftOrder,
  found: readonly FoundDraft[],
): Extract<WriteOutcome, { kind: 'already-written' | 'half-written' }> | null {
  const isFound = ({ identifier: [{ value }] }: DraftRequest) => found.some((draft) => draft.value === value);
  const missing = requests.filter((request) => !isFound(request));
  if (missing.length === requests.length) return null;
  if (missing.length === 0) return { kind: 'already-written', drafts: found.map(standingOnly) };
  return {
    kind: 'half-written',
    locations: found.map(({ location }) => location),
    missing: missing.map(drugOf),
    because: 'An earlier write of this titration stopped halfway.',
  };
}

export function standingOnly({ location, status }: StandingDraft): StandingDraft {
  return { location, status };
}

function unread(location: string | null): StandingDraft | null {
  return location === null ? null : { location, status: null };
}

function drugOf(request: DraftRequest): string {
  return 'contained' in request ? request.contained[0].code.text : request.medicationCodeableConcept.text;
}

function wordsOf(failure: Settled): string {
  if (failure.kind === 'unclear') return failure.words ?? failure.why;
  return 'words' in failure ? (failure.words ?? `The EHR answered HTTP ${failure.status}.`) : '';
}
