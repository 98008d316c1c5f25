/** One channel to the window of the EHR that holds the app. Runs in the browser. */
import { answerTo, type Message, type MessageType } from './messages.ts';

interface ChannelOptions {
  /** The window that speaks: the app's own. */
  readonly own: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  /** The EHR's window: the one around the app, or the one that opened it. */
  readonly ehr: Pick<Window, 'postMessage'>;
  /** Named in the launch. Nothing is sent to another origin, and nothing from another is heard. */
  readonly origin: string;
  readonly handle: string;
  readonly newId: () => string;
}

export interface Channel {
  /** The payload of the answer, or null when none came in time. Never throws. */
  ask(type: MessageType, payload: object, limitMs: number): Promise<Readonly<Record<string, unknown>> | null>;
}

/** POLICY, within the 1 to 2 seconds usual for it: an EHR that speaks this at all answers at once. */
export const HANDSHAKE_MS = 1_500;

/** @see SMART Web Messaging 1.0.0, "Communication over HTML5 messaging": the target origin is never "*" */
export function openChannel({ own, ehr, origin, handle, newId }: ChannelOptions): Channel {
  return {
    ask(messageType, payload, limitMs) {
      const message: Message = { messagingHandle: handle, messageId: newId(), messageType, payload };
      return new Promise((resolve) => {
        const end = (answer: Readonly<Record<string, unknown>> | null) => {
          clearTimeout(limit);
          own.removeEventListener('message', hear);
          resolve(answer);
        };
        const hear = (event: MessageEvent) => {
          if (event.origin !== origin || event.source !== ehr) return;
          const answer = answerTo(message, event.data);
          if (answer !== null) end(answer);
        };
        const limit = setTimeout(() => end(null), limitMs);
        own.addEventListener('message', hear);
        ehr.postMessage(message, origin);
      });
    },
  };
}
