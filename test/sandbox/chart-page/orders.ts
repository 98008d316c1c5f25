/** The Orders tab: every medication order of the patient, newest first, with the drafts that wait for a signature on top. */
import type { MedicationRequest } from '@medplum/fhirtypes';
import type { IndexedRepository } from '../fhir/indexed-repository.ts';
import { RequestRefused } from '../http.ts';
import { type Html, html } from './html.ts';
import {
  authorWords,
  conceptWords,
  dayWords,
  dosageStructure,
  medicationWords,
  quantityWords,
} from './words.ts';

type Order = MedicationRequest & { id: string };

/** Drafts first, then by date, newest first. */
export function ordersOf(patient: string, repository: IndexedRepository): Order[] {
  const key = ({ status, authoredOn }: Order) => `${status === 'draft' ? 1 : 0} ${authoredOn ?? ''}`;
  return (repository.rows('MedicationRequest', patient) as Order[]).sort((a, b) =>
    key(a) < key(b) ? 1 : -1,
  );
}

export function orderList(patient: string, repository: IndexedRepository): Html {
  const orders = ordersOf(patient, repository);
  if (orders.length === 0) return html`<p class="empty">No medication orders recorded.</p>`;
  return html`<ul class="orders">${orders.map((order) => orderCard(patient, order, repository))}</ul>`;
}

function orderCard(patient: string, order: Order, repository: IndexedRepository): Html {
  const { dispenseRequest } = order;
  const draft = order.status === 'draft';
  return html`<li class="order ${draft ? 'draft' : ''}" data-order="${order.id}">
    <h3>${medicationWords(order, repository)}</h3>
    <p><strong class="status">${draft ? 'Draft, not signed' : (order.status ?? 'Not recorded')}</strong>
      · intent ${order.intent ?? 'not recorded'} · ordered ${dayWords(order.authoredOn)} · by ${authorWords(order.requester, repository)}
      · <code>MedicationRequest/${order.id}</code></p>
    ${
      (order.dosageInstruction ?? []).length > 0 &&
      html`<ol class="dosages">${(order.dosageInstruction ?? []).map(
        (
          dosage,
        ) => html`<li>${dosage.text ?? 'No text'} ${dosage.patientInstruction && html`<br>${dosage.patientInstruction}`}
        <small>${dosageStructure(dosage)}</small></li>`,
      )}</ol>`
    }
    ${
      dispenseRequest &&
      html`<p>Dispense ${quantityWords(dispenseRequest.quantity)}, supply ${quantityWords(
        dispenseRequest.expectedSupplyDuration,
      )}, refills ${dispenseRequest.numberOfRepeatsAllowed ?? 'not recorded'}</p>`
    }
    ${(order.reasonCode ?? []).length > 0 && html`<p>For ${(order.reasonCode ?? []).map(conceptWords).join('; ')}</p>`}
    ${(order.note ?? []).map(({ text }) => html`<p class="note">${text ?? ''}</p>`)}
    ${
      draft &&
      html`<div class="acts">
      ${orderAct(patient, order.id, 'sign', 'Sign')} ${orderAct(patient, order.id, 'cancel', 'Cancel order')}
      ${orderAct(patient, order.id, 'delete', 'Delete draft')}
    </div>`
    }
    ${order.status === 'active' && html`<div class="acts">${orderAct(patient, order.id, 'stop', 'Stop order')}</div>`}
  </li>`;
}

function orderAct(patient: string, order: string, act: string, label: string): Html {
  return html`<form method="post" action="/chart/${patient}/orders/${order}/${act}" data-refresh="orders"><button>${label}</button></form>`;
}

/** What a prescriber does with a draft, or with a signed order. @throws RequestRefused when there is no such order. */
export async function actOnOrder(
  patient: string,
  id: string,
  act: string,
  repository: IndexedRepository,
): Promise<void> {
  const order = ordersOf(patient, repository).find((candidate) => candidate.id === id);
  if (order === undefined) throw new RequestRefused(404, 'There is no such order in this chart.');
  if (order.status !== (act === 'stop' ? 'active' : 'draft'))
    throw new RequestRefused(409, `This order is "${order.status}" already.`);
  if (act === 'sign') await repository.updateResource<MedicationRequest>({ ...order, status: 'active' });
  else if (act === 'cancel')
    await repository.updateResource<MedicationRequest>({ ...order, status: 'cancelled' });
  else if (act === 'stop')
    await repository.updateResource<MedicationRequest>({ ...order, status: 'stopped' });
  else if (act === 'delete') await repository.deleteResource('MedicationRequest', id);
  else throw new RequestRefused(404, `An order cannot be "${act}"ed here.`);
}
