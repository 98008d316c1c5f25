/** What the answer to one sending means, before anybody looks for the draft. */
import { describe, expect, test } from 'vitest';
import type { CreateOptions, FhirAnswer, FhirServer, FhirSilence } from '#lib/fhir/fhir-server.ts';
import { meaningOfHandOver, sendOne, sendTogether } from '#lib/order/write/send-draft.ts';
import { answer, silence } from '../../fhir/answers.ts';
import { presetOrder } from '../reviewed.ts';
import { outcome } from './fake-ehr.ts';

const [ONE] = presetOrder('standard').requests;
const TWO = presetOrder('two-strengths').requests;
if (ONE === undefined) throw new Error('there is no request');
const own = ONE.identifier[0];
/** @see FHIR R4 search, token parameters */
const token = ({ system, value }: typeof own) => encodeURIComponent(`${system}|${value}`);
const D1 = 'MedicationRequest/d1';
const AT = `https://ehr.example/fhir/${D1}/_history/1`;

interface Posted {
  readonly resource: { readonly resourceType: string };
  readonly options: CreateOptions | undefined;
}

/** An EHR that answers so, and what it was sent. */
function answering(said: FhirAnswer | FhirSilence) {
  const posted: Posted[] = [];
  const server: FhirServer = {
    base: 'https://ehr.example/fhir',
    get: async () => silence('unreachable'),
    create: async (resource, options) => {
      posted.push({ resource, options });
      return said;
    },
  };
  return { server, posted };
}
const sent = (said: FhirAnswer | FhirSilence, conditional = false) =>
  sendOne(answering(said).server, ONE, conditional);

describe('one draft', () => {
  test('is posted as it is, under the condition that none of its identifier stands where the EHR can tell', async () => {
    const { server, posted } = answering(answer(201, null, AT));
    await sendOne(server, ONE, true);
    await sendOne(server, ONE, false);
    expect(posted[0]?.resource).toEqual(ONE);
    expect(posted[0]?.options?.ifNoneExist).toBe(`identifier=${token(own)}`);
    expect(posted[1]?.options).not.toHaveProperty('ifNoneExist');
  });

  test.each<[string, FhirAnswer, string | null]>([
    ['with its address', answer(201, null, AT), D1],
    ['with itself', answer(201, { ...ONE, id: 'd1' }), D1],
    ['with neither', answer(201), null],
    ['with an error beside its address', answer(201, outcome('Rule failed'), AT), D1],
    ['with a remark', answer(201, remark()), null],
    ['as 200, naming its address', answer(200, null, AT), D1],
  ])('is created, says the EHR %s', async (_, said, location) => {
    expect(await sent(said)).toEqual({ kind: 'created', location });
  });

  test('that stood already is told as that where it was asked for', async () => {
    expect(await sent(answer(200, { ...ONE, id: 'd1' }), true)).toEqual({ kind: 'existing', location: D1 });
  });

  test.each<[string, FhirAnswer]>([
    ['201 that is an error and names no address', answer(201, outcome('Not saved'))],
    [
      '201 that is fatal',
      answer(201, { resourceType: 'OperationOutcome', issue: [{ severity: 'fatal', code: 'exception' }] }),
    ],
    ['200 that names nothing', answer(200)],
    ['200 of another patient', answer(200, { ...ONE, id: 'd1', subject: { reference: 'Patient/p2' } })],
    [
      '200 of another draft of ours',
      answer(200, { ...ONE, id: 'd1', identifier: [{ ...own, value: 'other' }] }),
    ],
    ['an address of another kind', answer(200, null, 'https://ehr.example/fhir/Observation/1')],
    ['a redirect', answer(302, null, AT)],
    ['a server error', answer(500, outcome('Down'))],
    ['a time-out of the server', answer(408)],
  ])('%s tells nothing of it', async (_, said) => {
    expect(await sent(said)).toMatchObject({ kind: 'unclear', why: { code: 'http', status: said.status } });
  });

  test('200 is of this patient by its whole address too, and of this draft beside other identifiers', async () => {
    const stored = {
      ...ONE,
      id: 'd1',
      subject: { reference: `https://ehr.example/fhir/${ONE.subject.reference}` },
      identifier: [{ system: 'https://ehr.example/rx', value: '7' }, own],
    };
    expect(await sent(answer(200, stored))).toEqual({ kind: 'created', location: D1 });
  });

  test.each([
    [400, 'refused'],
    [401, 'refused'],
    [403, 'not-supported'],
    [404, 'not-supported'],
    [405, 'not-supported'],
    [409, 'conflict'],
    [412, 'conflict'],
    [422, 'refused'],
    [429, 'refused'],
    [499, 'refused'],
    [501, 'not-supported'],
  ])('HTTP %i is a refusal: %s', async (status, kind) => {
    expect(await sent(answer(status, outcome('Because'), null, 7))).toEqual({
      kind: 'refused',
      refusal: { kind, status, words: 'Because', retryAfter: 7 },
      location: null,
    });
  });

  test.each([200, 201, 303, 399, 408, 500, 502, 503, 504])('HTTP %i is none', async (status) => {
    expect((await sent(answer(status, outcome('x')))).kind).not.toBe('refused');
  });

  test('silence tells nothing, unless it was the session that ended before', async () => {
    expect(await sent(silence('timed-out'))).toMatchObject({ kind: 'unclear', why: { code: 'timed-out' } });
    expect(await sent(silence('not-json', 500))).toMatchObject({
      kind: 'unclear',
      why: { code: 'not-json' },
    });
    expect(await sent(silence('session-ended'))).toEqual({ kind: 'unsent', location: null });
    expect(await sent(silence('not-json', 403))).toMatchObject({
      kind: 'refused',
      refusal: { kind: 'not-supported', status: 403 },
    });
  });
});

describe('two drafts in one transaction', () => {
  const together = (said: FhirAnswer | FhirSilence, conditional = false) =>
    sendTogether(answering(said).server, TWO, conditional);
  const entries = (...responses: object[]) =>
    answer(200, { resourceType: 'Bundle', type: 'transaction-response', entry: responses });
  const entry = (status: string, id: string, resource?: object) => ({
    response: { status, location: `MedicationRequest/${id}/_history/1` },
    ...(resource === undefined ? {} : { resource }),
  });

  test('are posted as one Bundle, each under its own condition', async () => {
    const { server, posted } = answering(entries());
    await sendTogether(server, TWO, true);
    const [bundle] = posted;
    expect(bundle?.resource).toMatchObject({ resourceType: 'Bundle', type: 'transaction' });
    const parts =
      (bundle?.resource as { entry?: { resource: object; request: object }[] } | undefined)?.entry ?? [];
    expect(parts.map(({ resource }) => resource)).toEqual(TWO);
    expect(parts.map(({ request }) => request)).toEqual(
      TWO.map(({ identifier: [identifier] }) => ({
        method: 'POST',
        url: 'MedicationRequest',
        ifNoneExist: `identifier=${token(identifier)}`,
      })),
    );
  });

  test('are each told by its own part of the answer', async () => {
    expect(await together(entries(entry('201 Created', 'd1'), entry('200 OK', 'd2')))).toEqual([
      { kind: 'created', location: D1 },
      { kind: 'existing', location: 'MedicationRequest/d2' },
    ]);
  });

  test.each<[string, object]>([
    ['of another patient', entry('200', 'd2', { ...TWO[1], subject: { reference: 'Patient/p2' } })],
    ['without an address', { response: { status: '200' } }],
    ['without a status', { response: { location: 'MedicationRequest/d2' } }],
    ['that failed', entry('422', 'd2')],
  ])('a part %s tells nothing of its draft', async (_, part) => {
    expect(await together(entries(entry('201', 'd1'), part))).toMatchObject([
      { kind: 'created' },
      { kind: 'unclear', why: { code: 'not-of-each' } },
    ]);
  });

  test('an answer that is not one part a draft is one answer for both', async () => {
    expect((await together(entries(entry('201', 'd1')))).map(({ kind }) => kind)).toEqual([
      'unclear',
      'unclear',
    ]);
    expect((await together(answer(422, outcome('No')))).map(({ kind }) => kind)).toEqual([
      'refused',
      'refused',
    ]);
    const both = { resourceType: 'Bundle', entry: [entry('201', 'd1'), entry('201', 'd2')] };
    expect((await together(answer(500, both))).map(({ kind }) => kind)).toEqual(['unclear', 'unclear']);
    expect((await together(silence('timed-out'))).map(({ kind }) => kind)).toEqual(['unclear', 'unclear']);
  });
});

test.each([
  [
    { status: 201, location: AT, words: null },
    { kind: 'created', location: D1 },
  ],
  [
    { status: 200, location: null, words: null },
    { kind: 'created', location: null },
  ],
  [
    { status: null, location: null, words: null },
    { kind: 'unclear', why: { code: 'window-silent' } },
  ],
  [
    { status: 422, location: null, words: 'Closed' },
    { kind: 'refused', refusal: { words: 'Closed' } },
  ],
  [{ status: 500, location: null, words: null }, { kind: 'unclear' }],
  [
    { status: 201, location: 'https://evil.example/x', words: null },
    { kind: 'created', location: null },
  ],
])('the window of an EHR that answers %j', (answered, meaning) => {
  expect(meaningOfHandOver(answered)).toMatchObject(meaning);
});

function remark() {
  return {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'information', code: 'informational', diagnostics: 'Saved.' }],
  };
}
