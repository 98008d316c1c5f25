/** Drafts of this app that an earlier launch left with the patient, and what became of each. @see rule R13 */

import type { Chart } from '#lib/chart/chart.ts';
import { isOwnOrder } from '#lib/chart/own-draft.ts';
import { isEnded } from '#lib/chart/states.ts';
import { Fields, isObject } from '#lib/fhir/fields.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import type { StoredDraft } from '#lib/order/verify/read-back.ts';
import { identifierOf } from '#lib/order/verify/stored-request.ts';
import type { PatientDrafts } from '#lib/order/write/draft-journal.ts';
import { type CalendarDate, calendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { type DraftState, draftState, isStanding } from './draft-state.ts';

/** POLICY: a chart changes in a week; a draft older than this is checked again before it is signed. */
export const RECHECK_AFTER_DAYS = 7;

export interface OwnDraft {
  readonly stored: StoredDraft;
  readonly state: DraftState;
  /** What was sent; null where nobody remembers it. */
  readonly sent: DraftRequest | null;
  /** The plan it is part of; null where nobody remembers it. */
  readonly plan: TitrationPlan | null;
  /** Whole days since it was written; null where the EHR does not say. */
  readonly daysOld: number | null;
}

/** Where to look: drafts of ours in the chart that are not long over, and those the journal remembers, which the chart may hide. */
export function ownDraftLocations(
  chart: Chart,
  journal: PatientDrafts | null,
  today: CalendarDate,
): string[] {
  const inChart = chart.medications.filter(isOwnOrder).flatMap((row) => {
    const isOver = isEnded(row.state) || row.state === 'in-error';
    const days = daysSince(row.authoredOn, today);
    return isOver && (days === null || days > RECHECK_AFTER_DAYS) ? [] : [row.source];
  });
  const written = (journal?.drafts ?? []).filter(({ state }) => state === 'written');
  return [...new Set([...inChart, ...written.flatMap(({ locations }) => locations)])];
}

/** The drafts as they were read at those addresses, those that still stand first. */
export function ownDrafts(
  read: readonly StoredDraft[],
  journal: PatientDrafts | null,
  today: CalendarDate,
): readonly OwnDraft[] {
  const drafts = read.map((stored): OwnDraft => {
    const fields = isObject(stored.resource) ? new Fields(stored.resource, []) : null;
    const { sent, plan } = remembered(stored, journal);
    return {
      stored,
      state: draftState(stored),
      sent,
      plan,
      daysOld: daysSince(fields?.date('authoredOn') ?? null, today),
    };
  });
  const stands = ({ state }: OwnDraft) => isStanding(state);
  return [...drafts.filter(stands), ...drafts.filter((draft) => !stands(draft))];
}

/** The plan this order is part of, as it was sent; null where nobody remembers it. */
export function rememberedPlan(stored: StoredDraft, journal: PatientDrafts | null): TitrationPlan | null {
  return remembered(stored, journal).plan;
}

/** By our identifier; by address where the EHR dropped that. */
function remembered(
  { location, resource }: StoredDraft,
  journal: PatientDrafts | null,
): Pick<OwnDraft, 'sent' | 'plan'> {
  const identifier = isObject(resource) ? identifierOf(new Fields(resource, [])) : null;
  const records = journal?.drafts ?? [];
  const found =
    records.find(({ values }) => identifier !== null && values.includes(identifier)) ??
    records.find(({ locations }) => location !== null && locations.includes(location));
  if (found === undefined) return { sent: null, plan: null };
  const named = found.requests.find((request) => request.identifier[0].value === identifier);
  const sent = named ?? found.requests[found.locations.indexOf(location ?? '')] ?? null;
  return { sent, plan: found.plan ?? null };
}

function daysSince(written: string | null, today: CalendarDate): number | null {
  const day = written === null ? null : calendarDate(written.slice(0, 10));
  return day === null ? null : daysBetween(day, today);
}
