/** The searches that read one part of a chart, the whole of it: every status, the largest page, nothing filtered away. */

import type { Asked, ChartPart } from '#lib/chart/ledger.ts';
import type { CapabilitiesAnswer } from '#lib/fhir/capabilities.ts';
import { LARGEST_PAGE } from '#lib/fhir/page-size.ts';
import { RESULT_CODES } from '#lib/terminology/codes/result-codes.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';

/**
 * Every status and intent of R4, for servers that refuse a search without them.
 * @see FHIR R4 value sets medicationrequest-status, -intent; medication-statement-status; medicationdispense-status;
 * medication-admin-status; US Core "general requirements", status parameters
 */
export const EVERY_CODE: Partial<Record<ChartPart, Readonly<Record<string, string>>>> = {
  MedicationRequest: {
    status: 'active,on-hold,cancelled,completed,entered-in-error,stopped,draft,unknown',
    intent: 'proposal,plan,order,original-order,reflex-order,filler-order,instance-order,option',
  },
  MedicationStatement: {
    status: 'active,completed,entered-in-error,intended,stopped,on-hold,unknown,not-taken',
  },
  MedicationDispense: {
    status: 'preparation,in-progress,cancelled,on-hold,completed,entered-in-error,stopped,declined,unknown',
  },
  MedicationAdministration: {
    status: 'in-progress,not-done,on-hold,completed,entered-in-error,stopped,unknown',
  },
  ServiceRequest: { status: 'draft,active,on-hold,revoked,completed,entered-in-error,unknown' },
  Procedure: {
    status: 'preparation,in-progress,not-done,on-hold,stopped,completed,entered-in-error,unknown',
  },
  Observation: {
    status: 'registered,preliminary,final,amended,corrected,cancelled,entered-in-error,unknown',
  },
  Condition: { 'clinical-status': 'active,recurrence,relapse,inactive,remission,resolved' },
  AllergyIntolerance: { 'clinical-status': 'active,inactive,resolved' },
  Encounter: {
    status: 'planned,arrived,triaged,in-progress,onleave,finished,cancelled,entered-in-error,unknown',
  },
  Appointment: {
    status: 'proposed,pending,booked,arrived,fulfilled,cancelled,noshow,entered-in-error,checked-in,waitlist',
  },
};

/** POLICY: thirteen months, so that a result of "within 12 months" is never missed at the edge. */
const RESULT_DAYS = 393;
/** Results that are no laboratory's, where a server does not search by code. @see FHIR R4 observation-category */
const OTHER_CATEGORIES = ['survey', 'social-history', 'exam', 'vital-signs'];
/** POLICY: servers cut addresses at 2,000 characters and more. */
const CODES_AT_ONCE = 90;

export interface Search {
  readonly address: string;
  readonly asked: Asked;
}

/** What one part is searched for: everything in a list is tried in turn, all lists at once, and what they bring is joined. */
export type PartSearches = readonly (readonly Search[])[];

interface Ask {
  readonly patientId: string;
  readonly capabilities: CapabilitiesAnswer;
  readonly today: CalendarDate;
  /** Rows a page. */
  readonly pageSize?: number;
}

type Param = readonly [name: string, value: string];

/**
 * Searches in the order to try them: the next one only where the server refuses the one before as a bad request. What a server
 * lists decides where it lists anything.
 */
export function partSearches(
  part: ChartPart,
  { patientId, capabilities: answer, today, pageSize = LARGEST_PAGE }: Ask,
): PartSearches {
  const capabilities = answer.kind === 'capabilities' ? answer.capabilities : null;
  const params = capabilities?.searchParams(part) ?? null;
  const listed = (name: string) => params?.has(name) ?? true;
  const byPatient: Param = ['patient', patientId];
  const bySubject: Param = ['subject', `Patient/${patientId}`];
  const mine = !listed('patient') && listed('subject') ? bySubject : byPatient;
  const count: Param = ['_count', String(pageSize)];
  const whole = (...more: readonly Param[]): Search => ({
    address: search(part, [mine, ...more]),
    asked: { kind: 'everything' },
  });
  if (part === 'Observation') {
    return [
      ...byCode(mine, count, params, listed),
      laboratory(mine, count, listed, addDays(today, -RESULT_DAYS)),
    ].map((tries) => [...tries, whole(count)]);
  }
  const include = `${part}:medication`;
  const included = capabilities?.includes(part).has(include) || capabilities?.includes(part).has('*');
  const codes = Object.entries(EVERY_CODE[part] ?? {});
  return [
    [
      included ? whole(count, ['_include', include]) : whole(count),
      ...(codes.length > 0 ? [whole(...codes)] : []),
      whole(),
      { address: search(part, [mine === byPatient ? bySubject : byPatient]), asked: { kind: 'everything' } },
    ],
  ];
}

/** Whatever its code is: laboratories have lists of their own. */
function laboratory(
  mine: Param,
  count: Param,
  listed: (name: string) => boolean,
  since: CalendarDate,
): readonly Search[] {
  if (!listed('category')) return [];
  const asked = (since: CalendarDate | null, ...more: readonly Param[]): Search => ({
    address: search('Observation', [mine, ['category', 'laboratory'], ...more, count]),
    asked: { kind: 'laboratory', since },
  });
  return listed('date') ? [asked(since, ['date', `ge${since}`]), asked(null)] : [asked(null)];
}

/** Results of any day and category. combo-code finds what stands in components too; few servers have it, so it is used where it is listed. */
function byCode(
  mine: Param,
  count: Param,
  params: ReadonlySet<string> | null,
  listed: (name: string) => boolean,
): readonly (readonly Search[])[] {
  const others: readonly Search[] = listed('category')
    ? [
        {
          address: search('Observation', [mine, ['category', OTHER_CATEGORIES.join(',')], count]),
          asked: { kind: 'categories', categories: OTHER_CATEGORIES },
        },
      ]
    : [];
  const names = ['combo-code', 'code'].filter((name) => (name === 'code' ? listed(name) : params?.has(name)));
  if (names.length === 0) return others.length > 0 ? [others] : [];
  return inGroups(RESULT_CODES, CODES_AT_ONCE).map((codes) => [
    ...names.map(
      (name): Search => ({
        address: search('Observation', [mine, [name, codes.join(',')], count]),
        asked: { kind: 'codes' },
      }),
    ),
    ...others,
  ]);
}

function inGroups<T>(all: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let at = 0; at < all.length; at += size) groups.push(all.slice(at, at + size));
  return groups;
}

function search(part: ChartPart, params: readonly Param[]): string {
  return `${part}?${params.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}
