/** The score of a follow-up, kept in the EHR where the site says that it takes one: behind a button, never by looking at a page. */
import { setTimeout as pause } from 'node:timers/promises';
import { grantedTo } from '#lib/chart/read/granted.ts';
import type { FollowUpAnswers } from '#lib/follow-up/follow-up-answers.ts';
import { SCORE_TYPES, type ScoreToRecord, type ScoreType } from '#lib/order/draft/score-record.ts';
import { lockPatient } from '#lib/order/write/write-lock.ts';
import { type ScoreOutcome, writeScore } from '#lib/order/write/write-score.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { draftJournal } from '#lib/store/journal.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import type { OpenChart } from './open-chart.ts';

/** Null where the prescriber gave none. */
export function scoreToRecord(
  { score }: Pick<FollowUpAnswers, 'score'>,
  patientId: string,
  on: CalendarDate,
): ScoreToRecord | null {
  if (score === null) return null;
  return score.measure === 'peg'
    ? { patientId, on, measure: 'peg', answers: score.items }
    : { patientId, on, measure: 'pain-now', answers: [score.value] };
}

/** False while the chart holds a row of another patient, or the record is no longer this person's (R26). */
export function mayRecordScore({ findings }: Pick<Judgement, 'findings'>): boolean {
  return findings.every(({ rule }) => rule !== 'R26');
}

/** What this EHR takes as its site says, where the app may find it again as well. */
function scoreTypesOf({ launch, capabilities }: OpenChart): readonly ScoreType[] {
  const { session, site } = launch;
  return SCORE_TYPES.filter(
    (type) =>
      site.writeBack.scores?.includes(type) === true &&
      capabilities.kind === 'capabilities' &&
      capabilities.capabilities.supports(type, 'create') &&
      grantedTo(session.scopes, type, 'c').kind === 'granted' &&
      grantedTo(session.scopes, type, 's').kind === 'granted',
  );
}

/** One writer a patient, and kept in the work of the launch for the screen to say. */
export async function recordScore(opened: OpenChart, score: ScoreToRecord): Promise<void> {
  const { launch, server } = opened;
  const { session } = launch;
  const types = scoreTypesOf(opened);
  const line = await lockPatient({ launch: session, journal: draftJournal(), pause });
  const [first] = types;
  const outcome: ScoreOutcome =
    line !== null
      ? await writeScore(score, types, server, {
          author: session.user?.reference ?? null,
          now: new Date().toISOString(),
          words: wordsFor(LANGUAGE_OF.order).score,
        })
      : first === undefined
        ? { kind: 'no-place' }
        : { kind: 'not-known', as: first };
  await line?.end();
  await launch.saveWork({ recordedScore: { score, outcome } });
}
