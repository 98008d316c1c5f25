/** What is planned or was done to the patient: Procedure, Appointment, ServiceRequest. */

import type { ChartConcept, ProcedureRow } from '#lib/chart/chart.ts';
import type { Fields } from '#lib/fhir/fields.ts';
import type { ChartDate } from '#lib/time/fhir-date.ts';
import type { OpenRow } from './open-row.ts';
import { procedureState, serviceForce } from './states.ts';

/** @see FHIR R4 Procedure */
export function shapeProcedure({ fields, vital, source, version }: OpenRow): ProcedureRow {
  return {
    kind: 'procedure',
    source,
    version,
    state: procedureState('procedure', fields.text('status')),
    status: fields.text('status'),
    force: null,
    concepts: conceptsOf(vital, ['code', 'category']),
    description: null,
    about: [...reasonsOf(fields), ...textsOf([fields.object('location')?.text('display')])],
    date: momentOf(fields, 'performed'),
    end: fields.object('performedPeriod')?.date('end') ?? null,
    recorded: null,
  };
}

/** @see FHIR R4 Appointment */
export function shapeAppointment({ fields, vital, source, version }: OpenRow): ProcedureRow {
  const [requested] = fields.objects('requestedPeriod');
  const description = [vital.text('description'), vital.text('comment')].filter((text) => text !== null);
  return {
    kind: 'appointment',
    source,
    version,
    state: procedureState('appointment', fields.text('status')),
    status: fields.text('status'),
    force: null,
    concepts: conceptsOf(vital, ['appointmentType', 'serviceType', 'serviceCategory', 'reasonCode']),
    description: description.join('; ') || null,
    about: textsOf(fields.objects('participant').map((one) => one.object('actor')?.text('display'))),
    date: fields.date('start') ?? requested?.date('start') ?? null,
    end: null,
    recorded: fields.date('created'),
  };
}

/** @see FHIR R4 ServiceRequest */
export function shapeServiceRequest({ fields, vital, source, version }: OpenRow): ProcedureRow {
  const [event] = fields.object('occurrenceTiming')?.texts('event') ?? [];
  return {
    kind: 'service-request',
    source,
    version,
    state: procedureState('service-request', fields.text('status')),
    status: fields.text('status'),
    force: serviceForce(fields.text('intent')),
    concepts: conceptsOf(vital, ['code', 'category', 'orderDetail']),
    description: vital.text('patientInstruction'),
    about: [...reasonsOf(fields), ...textsOf(fields.objects('performer').map((one) => one.text('display')))],
    date: momentOf(fields, 'occurrence') ?? event ?? null,
    end: fields.object('occurrencePeriod')?.date('end') ?? null,
    recorded: fields.date('authoredOn'),
  };
}

function reasonsOf(fields: Fields): string[] {
  return fields
    .concepts('reasonCode')
    .flatMap(({ text, codings }) => textsOf([text, ...codings.map(({ display }) => display)]));
}

function textsOf(texts: readonly (string | null | undefined)[]): string[] {
  return texts.filter((text) => text !== null && text !== undefined);
}

const LISTS: ReadonlySet<string> = new Set(['serviceType', 'serviceCategory', 'reasonCode', 'orderDetail']);

/** `category` is a list in ServiceRequest and one concept in Procedure. */
function conceptsOf(fields: Fields, names: readonly string[]): ChartConcept[] {
  return names.flatMap((name) =>
    LISTS.has(name) || (name === 'category' && Array.isArray(fields.json.category))
      ? fields.concepts(name)
      : (fields.concept(name) ?? []),
  );
}

function momentOf(fields: Fields, name: 'performed' | 'occurrence'): ChartDate | null {
  const period = fields.object(`${name}Period`);
  return fields.date(`${name}DateTime`) ?? period?.date('start') ?? null;
}
