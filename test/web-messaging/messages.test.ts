import { describe, expect, test } from 'vitest';
import { answerTo, handedOver, NO_ANSWER, orderReview } from '#lib/web-messaging/messages.ts';

const message = {
  messagingHandle: 'h',
  messageId: 'm1',
  messageType: 'scratchpad.create',
  payload: {},
} as const;
const reply = { messageId: 'r1', responseToMessageId: 'm1', payload: { status: '201 Created' } };

describe('what arrives in a window is believed only as the answer to our own message', () => {
  test('an answer gives its payload', () => {
    expect(answerTo(message, reply)).toEqual({ status: '201 Created' });
    expect(answerTo(message, { ...reply, payload: undefined })).toEqual({});
  });

  test.each([
    ['an answer to another message', { ...reply, responseToMessageId: 'm2' }],
    ['our own message', message],
    ['a text', 'hello'],
    ['nothing', null],
    ['a payload that is no object', { ...reply, payload: 'yes' }],
  ])('%s says nothing', (_, event) => {
    expect(answerTo(message, event)).toBeNull();
  });
});

describe('what became of an order on the scratchpad', () => {
  test('taken, with its address', () => {
    expect(handedOver({ status: '201 Created', location: 'MedicationRequest/1' })).toEqual({
      status: 201,
      location: 'MedicationRequest/1',
      words: null,
    });
  });

  test('refused, in the own words of the EHR', () => {
    const outcome = {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', code: 'business-rule', details: { text: 'Basket is closed' } }],
    };
    expect(handedOver({ status: '422 Unprocessable Entity', outcome })).toEqual({
      status: 422,
      location: null,
      words: 'Basket is closed',
    });
  });

  test.each([{}, { status: 201 }, { status: 'ok' }])('%j does not tell', (payload) => {
    expect(handedOver(payload)).toEqual(NO_ANSWER);
  });
});

test('the EHR is asked to review exactly the drafts that were made', () => {
  expect(orderReview(['MedicationRequest/1'])).toEqual({
    activityType: 'order-review',
    activityParameters: { draftOrderLocations: ['MedicationRequest/1'] },
  });
});
