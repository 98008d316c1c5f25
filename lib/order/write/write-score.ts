/**
 * Keeps a score in the EHR where it takes one: looked for before it is written, read back after. A refusal leads to the next way; an
 * answer that nobody has leads nowhere, so that it never stands twice.
 */
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import { outcomeText } from '#lib/fhir/outcome.ts';
import {
  type ScoreSetting,
  type ScoreToRecord,
  type ScoreType,
  scoreResource,
} from '#lib/order/draft/score-record.ts';
import { findScore, type KeptScore, scoreAt } from './find-score.ts';

export type ScoreOutcome =
  /** Stands as it was answered, now or from before. */
  | { readonly kind: 'written' | 'already'; readonly as: ScoreType; readonly location: string }
  /** Other answers of today stand there: they are not overwritten. */
  | { readonly kind: 'another-stands' | 'not-as-sent'; readonly as: ScoreType; readonly location: string }
  | {
      readonly kind: 'refused';
      readonly as: ScoreType;
      readonly status: number;
      readonly words: string | null;
    }
  /** Sent, or to be sent, and nobody knows whether it stands: the next try looks first. */
  | { readonly kind: 'not-known'; readonly as: ScoreType }
  /** The EHR, its scopes or its entry in the sites file has no place for it. */
  | { readonly kind: 'no-place' };

/** @param types what this EHR takes, in the order to try */
export async function writeScore(
  score: ScoreToRecord,
  types: readonly ScoreType[],
  server: FhirServer,
  setting: ScoreSetting,
): Promise<ScoreOutcome> {
  let ended: ScoreOutcome = { kind: 'no-place' };
  for (const type of types) {
    ended = await writeAs(type, score, server, setting);
    if (ended.kind !== 'refused') return ended;
  }
  return ended;
}

async function writeAs(
  type: ScoreType,
  score: ScoreToRecord,
  server: FhirServer,
  setting: ScoreSetting,
): Promise<ScoreOutcome> {
  const before = await findScore(server, type, score);
  if (before === null) return { kind: 'not-known', as: type };
  const [standing] = before;
  const compare = (kept: KeptScore, good: 'written' | 'already', bad: 'another-stands' | 'not-as-sent') =>
    ({ kind: isSame(kept, score, setting) ? good : bad, as: type, location: kept.location }) as const;
  if (standing !== undefined) return compare(standing, 'already', 'another-stands');

  const answer = await server.create(scoreResource(type, score, setting));
  const isTaken = answer.kind === 'answer' && (answer.status === 200 || answer.status === 201);
  const named = isTaken && answer.location !== null ? await scoreAt(server, answer.location, score) : null;
  const after = named === null ? await findScore(server, type, score) : [named];
  const [kept] = after ?? [];
  if (kept !== undefined) return compare(kept, 'written', 'not-as-sent');
  if (after === null || isTaken || answer.kind === 'silence' || answer.status >= 500) {
    return { kind: 'not-known', as: type };
  }
  return { kind: 'refused', as: type, status: answer.status, words: outcomeText(answer.body) };
}

function isSame({ answers, text }: KeptScore, score: ScoreToRecord, { words }: ScoreSetting): boolean {
  if (answers === null) return text === words.noteLine(score);
  return (
    answers.length === score.answers.length && answers.every((one, index) => one === score.answers[index])
  );
}
