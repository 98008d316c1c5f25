/**
 * The messages of SMART Web Messaging: what is said to the EHR's window, and what of its answers is believed. No window here.
 * @see SMART Web Messaging 1.0.0
 */
import { z } from 'zod';
import { outcomeText } from '#lib/fhir/outcome.ts';

export type MessageType = 'status.handshake' | 'scratchpad.create' | 'ui.launchActivity' | 'ui.done';

export interface Message {
  readonly messagingHandle: string;
  readonly messageId: string;
  readonly messageType: MessageType;
  readonly payload: object;
}

/** What the EHR's window said of one order; null members where it did not say. Sent to our server, which judges it. */
export const handedOverSchema = z.strictObject({
  /** HTTP status, the number "201 Created" begins with. */
  status: z.int().min(100).max(599).nullable(),
  /** "MedicationRequest/1" */
  location: z.string().max(2_000).nullable(),
  words: z.string().max(1_000).nullable(),
});

export type HandedOver = z.infer<typeof handedOverSchema>;

/** No answer came, or none that says anything. */
export const NO_ANSWER: HandedOver = { status: null, location: null, words: null };

const responseSchema = z.looseObject({
  messageId: z.string(),
  responseToMessageId: z.string(),
  payload: z.looseObject({}).default({}),
});

const createdSchema = z.looseObject({
  status: z.string().regex(/^\d{3}\b/),
  location: z.string().max(2_000).nullable().catch(null),
});

/** The payload of the answer to this message; null for whatever else arrives in a window. */
export function answerTo(message: Message, event: unknown): Readonly<Record<string, unknown>> | null {
  const response = responseSchema.safeParse(event);
  if (!response.success || response.data.responseToMessageId !== message.messageId) return null;
  return response.data.payload;
}

/** @see SMART Web Messaging 1.0.0, scratchpad.create */
export function handedOver(payload: Readonly<Record<string, unknown>>): HandedOver {
  const created = createdSchema.safeParse({ location: null, ...payload });
  if (!created.success) return NO_ANSWER;
  const { status, location } = created.data;
  return { status: Number.parseInt(status, 10), location, words: outcomeText(payload.outcome) };
}

/** @see SMART Web Messaging 1.0.0, ui.launchActivity; activity types of its catalogue */
export function orderReview(locations: readonly string[]): object {
  return {
    activityType: 'order-review',
    activityParameters: { draftOrderLocations: locations },
  };
}
