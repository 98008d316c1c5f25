/** Drafts of this app that an earlier launch left with the patient, and what became of each. @see rule R13 */

import type { Chart } from '#lib/chart/chart.ts';
import { isOwnOrder } from '#lib/chart/own-draft.ts';
import { isEnded } from '#lib/chart/states.ts';
import { Fields, isObject } from '#lib/fhir/fields.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import { identifierOf } from '#lib/order/verify/draft-fields.ts';
import type { StoredDraft } from '#lib/order/verify/read-back.ts';
import type { PatientDrafts } from '#lib/order/write/draft-journal.ts';
import { type CalendarDate, calendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';

/** POLICY: a chart changes in a week; a draft older than this is checked again before it is signed. */
export const RECHECK_AFTER_DAYS = 7;

/** What stands at the address of a draft now. */
export type DraftState =
  | 'draft'
  | 'signed'
  | 'on-hold'
  | 'completed'
  | 'stopped'
  | 'cancelled'
  | 'entered-in-error'
  | 'gone'
  | 'not-read';

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

/** Any other status is one of which nobody knows what it means for the patient. @see FHIR R4 medicationrequest-status */
const STATE_OF: ReadonlyMap<string | null, DraftState> = new Map([
  ['draft', 'draft'],
  ['active', 'signed'],
  ['on-hold', 'on-hold'],
  ['completed', 'completed'],
  ['stopped', 'stopped'],
  ['cancelled', 'cancelled'],
  ['entered-in-error', 'entered-in-error'],
]);

/** Somebody ended it. */
const ENDED: ReadonlySet<DraftState> = new Set(['cancelled', 'stopped', 'entered-in-error']);

/** Nothing of it is to be taken any more. */
export function isNotToBeTaken(state: DraftState): boolean {
  return ENDED.has(state) || state === 'gone';
}

/** No order to go on with: rules R12 and R13 say whether there may be a new one. */
const OVER: ReadonlySet<DraftState> = new Set(['completed', ...ENDED]);

export function draftState({ resource, isGone }: StoredDraft): DraftState {
  if (isGone) return 'gone';
  const status = isObject(resource) ? new Fields(resource, []).text('status') : null;
  return STATE_OF.get(status) ?? 'not-read';
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
  return [...drafts.filter(isStanding), ...drafts.filter((draft) => !isStanding(draft))];
}

/** Stands in the way of a new draft; what could not be read counts as standing. */
export function isStanding({ state }: Pick<OwnDraft, 'state'>): boolean {
  return !OVER.has(state) && state !== 'gone';
}

const FOREMOST: readonly DraftState[] = [
  'not-read',
  'signed',
  'on-hold',
  'draft',
  'completed',
  'stopped',
  'entered-in-error',
  'gone',
  'cancelled',
];

/** Of the orders of several strengths, the state that most may still reach the patient. */
export function foremost(states: readonly DraftState[]): DraftState {
  return FOREMOST.find((state) => states.includes(state)) ?? 'not-read';
}

/**
 * None of the drafts of a launch stands any more.
 *
 * @param wasSeen each was read as a draft before: one that is gone or completed at the first look may be hidden, or another order.
 */
export function isOver(states: readonly DraftState[], wasSeen: boolean): boolean {
  return states.every((state) => ENDED.has(state) || (wasSeen && !isStanding({ state })));
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
