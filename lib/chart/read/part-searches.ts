/** The searches that read one part of a chart, the whole of it: every status, the largest page, nothing filtered away. */

import type { ChartPart } from '#lib/chart/ledger.ts';
import { OBSERVATION_CODES } from '#lib/chart/observation-codes.ts';
import type { CapabilitiesAnswer } from '#lib/fhir/capabilities.ts';

/** POLICY: few round trips, and no more than servers commonly allow. */
const PAGE_SIZE = '200';

/**
 * Every status and intent of R4, for servers that refuse a search without them.
 * @see FHIR R4 value sets medicationrequest-status, -intent; medication-statement-status; medicationdispense-status;
 * medication-admin-status; US Core "general requirements", status parameters
 */
const ALL_CODES: Partial<Record<ChartPart, Readonly<Record<string, string>>>> = {
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
  Appointment: {
    status: 'proposed,pending,booked,arrived,fulfilled,cancelled,noshow,entered-in-error,checked-in,waitlist',
  },
};

/** Categories that hold what the rules ask of Observations. @see FHIR R4 observation-category */
const OBSERVATION_CATEGORIES = 'laboratory,survey,social-history,exam,vital-signs';

/**
 * Searches in the order to try them: the next one only where the server refuses the one before as a bad request. What a server
 * lists decides where it lists anything.
 */
export function partSearches(part: ChartPart, patientId: string, answer: CapabilitiesAnswer): string[] {
  const capabilities = answer.kind === 'capabilities' ? answer.capabilities : null;
  const params = capabilities?.searchParams(part) ?? null;
  const listed = (name: string) => params?.has(name) ?? true;
  const byPatient: [string, string] = ['patient', patientId];
  const bySubject: [string, string] = ['subject', `Patient/${patientId}`];
  const mine = !listed('patient') && listed('subject') ? bySubject : byPatient;
  const count: [string, string] = ['_count', PAGE_SIZE];

  if (part === 'Observation') {
    const narrowed: [string, string][] = [];
    // combo-code finds what stands in components as well; few servers have it, so it is used only where it is listed.
    if (params?.has('combo-code')) narrowed.push(['combo-code', OBSERVATION_CODES.join(',')]);
    if (listed('code')) narrowed.push(['code', OBSERVATION_CODES.join(',')]);
    if (listed('category')) narrowed.push(['category', OBSERVATION_CATEGORIES]);
    return [...narrowed.map((by) => search(part, [mine, by, count])), search(part, [mine, count])];
  }
  const include = `${part}:medication`;
  const included = capabilities?.includes(part).has(include) || capabilities?.includes(part).has('*');
  const codes = Object.entries(ALL_CODES[part] ?? {});
  return [
    search(part, included ? [mine, count, ['_include', include]] : [mine, count]),
    ...(codes.length > 0 ? [search(part, [mine, ...codes])] : []),
    search(part, [mine]),
    search(part, [mine === byPatient ? bySubject : byPatient]),
  ];
}

function search(part: ChartPart, params: readonly (readonly [string, string])[]): string {
  return `${part}?${params.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}
