/** An order of this app as the EHR holds it once somebody signed it: made as the app makes it, not written by hand. */
import type { MedicationRequest } from '@medplum/fhirtypes';
import { draftOrder } from '#lib/order/draft/draft-order.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { proposeRegimen, type RegimenChoices } from '#lib/titration/propose-regimen.ts';
import { layOut } from '#lib/titration/propose-titration.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { judgement, reviewed, SETTING } from '../order/reviewed.ts';
import { PRESCRIBER } from './chart-rows.ts';

interface Signed {
  readonly status: MedicationRequest['status'];
  readonly firstNight: string;
  readonly choices?: Partial<RegimenChoices>;
  readonly continues?: TitrationPlan['continues'];
}

let made = 0;

export function ownOrder(id: string, name: string, { status, firstNight, choices, continues }: Signed) {
  const plan = layOut(proposeRegimen(firstNight as CalendarDate, choices));
  const judged = judgement({ patient: `Patient/${id}`, findings: [], unseen: [] });
  made += 1;
  const { requests } = draftOrder(
    reviewed({ ...plan, ...(continues === undefined ? {} : { continues }) }, judged, []),
    {
      ...SETTING,
      identifier: `0f0e0d0c-0000-4000-8000-${String(made).padStart(12, '0')}`,
      requester: { reference: `Practitioner/${PRESCRIBER.id}`, display: 'Dr. Robin Exemplar' },
      encounterId: null,
      authoredOn: firstNight,
    },
  );
  const [request] = requests;
  if (request === undefined || requests.length > 1) throw new Error('one strength, one order');
  const { supportingInformation: _, ...order } = structuredClone(request);
  return { ...order, id: `${id}-${name}`, status } as unknown as MedicationRequest;
}
