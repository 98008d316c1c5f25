/**
 * The EHR's half of SMART Web Messaging: the app in the frame asks the chart page, the page asks here. What an app puts on
 * the scratchpad stands in the Orders tab as a draft at once.
 * @see SMART Web Messaging 1.0.0
 */
import { randomUUID } from 'node:crypto';
import type { OperationOutcome, Resource } from '@medplum/fhirtypes';
import { z } from 'zod';
import type { IndexedRepository } from '../fhir/indexed-repository.ts';
import { outcome, type Reply } from '../fhir/reply.ts';
import { refusalOf } from '../fhir/write-rules.ts';
import { RequestRefused } from '../http.ts';

/** What a messaging handle of the token answer stands for. */
export interface Messaging {
  readonly patient: string;
  readonly scopes: readonly string[];
  /** "MedicationRequest/1" of what this app put on the scratchpad. */
  readonly scratchpad: Set<string>;
}

const messageSchema = z.looseObject({
  messagingHandle: z.string(),
  messageId: z.string().min(1),
  messageType: z.string(),
  payload: z
    .looseObject({
      resource: z.looseObject({ resourceType: z.string() }).optional(),
      location: z.string().optional(),
      activityType: z.string().optional(),
    })
    .default({}),
});
type Payload = z.infer<typeof messageSchema>['payload'];

interface MessageAnswer {
  /** What the page posts back to the frame. */
  readonly reply: object;
  /** The tab to turn to. */
  readonly show: 'chart' | 'orders' | null;
}

/** @throws RequestRefused for what is no message of this launch: the page then stays silent, as it must. */
export async function answerMessage(
  input: unknown,
  patient: string,
  repository: IndexedRepository,
  messagingOf: (handle: string) => Messaging | undefined,
): Promise<MessageAnswer> {
  const parsed = messageSchema.safeParse(input);
  if (!parsed.success) throw new RequestRefused(400, 'This is no SMART Web Messaging message.');
  const { messagingHandle, messageId, messageType, payload } = parsed.data;
  const messaging = messagingOf(messagingHandle);
  if (messaging?.patient !== patient)
    throw new RequestRefused(403, 'The messaging handle is not of this chart.');

  const [family = ''] = messageType.split('.');
  const scope = `messaging/${family}`;
  const allowed = messageType === 'status.handshake' || messaging.scopes.includes(scope);
  const answer = allowed
    ? await carriedOut(messageType, payload, messaging, repository)
    : refused(outcome(403, 'forbidden', `The scope ${scope} was not granted.`));
  return {
    reply: {
      messageId: randomUUID(),
      responseToMessageId: messageId,
      additionalResponsesExpected: false,
      payload: answer,
    },
    show: !allowed
      ? null
      : messageType === 'ui.launchActivity'
        ? 'orders'
        : messageType === 'ui.done'
          ? 'chart'
          : null,
  };
}

async function carriedOut(
  type: string,
  payload: Payload,
  messaging: Messaging,
  repository: IndexedRepository,
): Promise<object> {
  const { resource, location } = payload;
  switch (type) {
    case 'status.handshake':
      return {};
    case 'ui.done':
    case 'ui.launchActivity':
      return { status: 'success' };
    case 'scratchpad.create':
      return created(resource as Resource | undefined, messaging, repository);
    case 'scratchpad.read': {
      const rows = [...messaging.scratchpad].flatMap((place) => found(place, repository) ?? []);
      return location === undefined
        ? { scratchpad: rows }
        : { resource: rows.find((row) => placeOf(row) === location) };
    }
    case 'scratchpad.delete':
      if (location === undefined || !messaging.scratchpad.delete(location))
        return refused(outcome(404, 'not-found', 'That is not on the scratchpad.'));
      await repository.deleteResource(...parts(location));
      return { status: '200 OK' };
    default:
      return refused(outcome(400, 'not-supported', `This EHR does not know the message "${type}".`));
  }
}

async function created(
  resource: Resource | undefined,
  messaging: Messaging,
  repository: IndexedRepository,
): Promise<object> {
  if (resource?.resourceType !== 'MedicationRequest') {
    return refused(outcome(422, 'business-rule', 'The scratchpad takes medication orders alone.'));
  }
  const { id: _own, ...rest } = resource;
  const refusal = refusalOf(rest as Resource, messaging.patient, repository);
  if (refusal) return refused(refusal);
  const place = placeOf(await repository.createResource(rest as Resource));
  messaging.scratchpad.add(place);
  return { status: '201 Created', location: place };
}

const STATUS_WORDS: Record<number, string> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  422: 'Unprocessable Entity',
};

function refused({ status, resource }: Reply): object {
  return { status: `${status} ${STATUS_WORDS[status] ?? ''}`.trim(), outcome: resource as OperationOutcome };
}

const placeOf = (row: Resource) => `${row.resourceType}/${row.id}`;

function parts(place: string): [type: string, id: string] {
  const [type = '', id = ''] = place.split('/');
  return [type, id];
}

const found = (place: string, repository: IndexedRepository): Resource | undefined =>
  repository.peek(...parts(place));
