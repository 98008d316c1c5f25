/**
 * Ordering at the pretend EHR: a new order is a draft, choosing and signing it calls the hooks, and what they say stands above the orders until
 * it is followed or overridden with a reason. No card means that nothing is shown, and nothing is called clear.
 */
import type { CodeableConcept, MedicationRequest, Reference } from '@medplum/fhirtypes';
import { z } from 'zod';
import { medicines } from '../../patients/concepts.ts';
import type { IndexedRepository } from '../fhir/indexed-repository.ts';
import { RequestRefused } from '../http.ts';
import type { Hook, HookAnswer, HookClient } from './hook-client.ts';

/** What can be ordered anew, by the name in the address. */
export const NEW_ORDERS = {
  'naltrexone-50': medicines.naltrexone50,
  'naltrexone-1.5': { text: 'naltrexone 1.5 mg capsule (compounded)' },
  oxycodone: { text: 'oxycodone hydrochloride 5 MG Oral Tablet' },
  'codeine-cough': {
    text: 'guaifenesin 100 MG / codeine phosphate 10 MG in 5 mL oral solution (cough syrup)',
  },
  ibuprofen: medicines.ibuprofen,
} as const satisfies Record<string, CodeableConcept>;

const coding = z.looseObject({ code: z.string(), display: z.string().default('') });
const cardSchema = z.looseObject({
  uuid: z.string(),
  summary: z.string(),
  detail: z.string().default(''),
  indicator: z.enum(['info', 'warning', 'critical']),
  source: z.looseObject({ label: z.string() }),
  suggestions: z
    .array(
      z.looseObject({
        uuid: z.string(),
        label: z.string(),
        actions: z.array(
          z.looseObject({
            type: z.enum(['create', 'delete']),
            description: z.string().default(''),
            resourceId: z.string().optional(),
            resource: z.looseObject({ resourceType: z.string() }).optional(),
          }),
        ),
      }),
    )
    .default([]),
  overrideReasons: z.array(coding).default([]),
  links: z
    .array(
      z.looseObject({
        label: z.string(),
        url: z.string(),
        type: z.string(),
        appContext: z.string().optional(),
      }),
    )
    .default([]),
});
const cardsSchema = z.looseObject({ cards: z.array(cardSchema) });

export type ShownCard = z.infer<typeof cardSchema>;

/** What the hooks said last of one chart. */
export interface Desk {
  readonly hook: Hook;
  /** Id of the order it was about; null where a chart was opened. */
  readonly order: string | null;
  readonly cards: readonly ShownCard[];
  /** What the user gave as the reason, by the card's uuid. */
  readonly overridden: ReadonlyMap<string, string>;
  /** The service did not answer with cards: its HTTP status. */
  readonly failed: number | null;
}

export class OrderDesk {
  readonly #hooks: HookClient;
  readonly #repository: IndexedRepository;
  readonly #desks = new Map<string, Desk>();
  /** What was said when the chart was opened. */
  readonly #opened = new Map<string, Desk>();

  constructor(hooks: HookClient, repository: IndexedRepository) {
    this.#hooks = hooks;
    this.#repository = repository;
  }

  of(patient: string): Desk | null {
    return this.#desks.get(patient) ?? null;
  }

  openedOf(patient: string): Desk | null {
    return this.#opened.get(patient) ?? null;
  }

  /** A chart is opened. Nothing is asked, and nothing shown, where the app offers no service for it. */
  async open(patient: string): Promise<void> {
    const desk = await this.#ask('patient-view', patient, null);
    if (desk.failed === 404) this.#opened.delete(patient);
    else this.#opened.set(patient, desk);
  }

  /** The appContext of the card's SMART link; null where there is no such card now. */
  contextOf(patient: string, card: string): string | null {
    return this.#card(patient, card)?.links.find(({ type }) => type === 'smart')?.appContext ?? null;
  }

  async order(patient: string, name: string, requester: Reference): Promise<void> {
    const chosen = Object.entries(NEW_ORDERS).find(([one]) => one === name)?.[1];
    if (chosen === undefined) throw new RequestRefused(404, 'That cannot be ordered here.');
    const draft = await this.#repository.createResource<MedicationRequest>({
      resourceType: 'MedicationRequest',
      status: 'draft',
      intent: 'order',
      subject: { reference: `Patient/${patient}` },
      medicationCodeableConcept: chosen,
      authoredOn: new Date().toISOString().slice(0, 10),
      requester: requester as MedicationRequest['requester'],
    });
    await this.#choose('order-select', patient, draft);
  }

  /** True where it may be signed now: the hooks say nothing of it, or each card was overridden with a reason. */
  async maySign(patient: string, draft: MedicationRequest & { id: string }): Promise<boolean> {
    const before = this.of(patient);
    const isAnswered =
      before !== null &&
      before.hook === 'order-sign' &&
      before.order === draft.id &&
      before.cards.every(({ uuid }) => before.overridden.has(uuid));
    const desk = isAnswered ? before : await this.#choose('order-sign', patient, draft);
    if (!isAnswered && desk.cards.length > 0) return false;
    this.#desks.delete(patient);
    return true;
  }

  async override(patient: string, card: string, reason: string): Promise<void> {
    const desks = this.#desksWith(patient, card);
    const desk = desks?.get(patient);
    const chosen = this.#card(patient, card)?.overrideReasons.find(({ code }) => code === reason);
    if (desks === undefined || desk === undefined || chosen === undefined)
      throw new RequestRefused(400, 'Choose a reason of this card.');
    desks.set(patient, { ...desk, overridden: new Map([...desk.overridden, [card, chosen.display]]) });
    await this.#hooks.feedback(desk.hook, [
      {
        card,
        outcome: 'overridden',
        overrideReason: { reason: chosen },
        outcomeTimestamp: new Date().toISOString(),
      },
    ]);
  }

  async accept(patient: string, card: string, suggestion: string): Promise<void> {
    const desks = this.#desksWith(patient, card);
    const desk = desks?.get(patient);
    const chosen = this.#card(patient, card)?.suggestions.find(({ uuid }) => uuid === suggestion);
    if (desk === undefined || chosen === undefined)
      throw new RequestRefused(404, 'There is no such suggestion.');
    for (const { type, resourceId, resource } of chosen.actions) {
      if (type === 'create' && resource !== undefined)
        await this.#repository.createResource(resource as unknown as MedicationRequest);
      const [resourceType = '', id = ''] = resourceId?.split('/') ?? [];
      if (type === 'delete' && this.#repository.peek(resourceType, id) !== undefined)
        await this.#repository.deleteResource('MedicationRequest', id);
    }
    desks?.delete(patient);
    await this.#hooks.feedback(desk.hook, [
      {
        card,
        outcome: 'accepted',
        acceptedSuggestions: [{ id: suggestion }],
        outcomeTimestamp: new Date().toISOString(),
      },
    ]);
  }

  async #choose(hook: Hook, patient: string, draft: MedicationRequest & { id: string }): Promise<Desk> {
    const desk = await this.#ask(hook, patient, draft);
    this.#desks.set(patient, desk);
    return desk;
  }

  async #ask(hook: Hook, patient: string, draft: (MedicationRequest & { id: string }) | null): Promise<Desk> {
    const answer: HookAnswer = await this.#hooks
      .call(hook, {
        patient,
        draftOrders: draft === null ? [] : [draft as never],
        omit: [],
        authorize: false,
        user: draft?.requester?.reference?.split('/')[1] ?? 'dr-exemplar',
      })
      .catch(() => ({ status: 502, response: null }));
    const read = cardsSchema.safeParse(answer.response);
    return {
      hook,
      order: draft?.id ?? null,
      cards: read.success ? read.data.cards : [],
      overridden: new Map(),
      failed: read.success ? null : answer.status,
    };
  }

  #desksWith(patient: string, uuid: string): Map<string, Desk> | undefined {
    return [this.#desks, this.#opened].find((desks) =>
      desks.get(patient)?.cards.some((card) => card.uuid === uuid),
    );
  }

  #card(patient: string, uuid: string): ShownCard | undefined {
    return this.#desksWith(patient, uuid)
      ?.get(patient)
      ?.cards.find((card) => card.uuid === uuid);
  }
}
