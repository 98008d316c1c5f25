/** A look into the EHR for drafts of ours: what is found, what may be hidden, and when nobody can say. */
import { describe, expect, test } from 'vitest';
import type { FhirAnswer, FhirServer, FhirSilence } from '#lib/fhir/fhir-server.ts';
import { draftAt, findDraftAt, findDrafts } from '#lib/order/write/find-drafts.ts';
import { answer, silence } from '../../fhir/answers.ts';
import { presetOrder } from '../reviewed.ts';

const [sent] = presetOrder('standard').requests;
if (sent === undefined) throw new Error('there is no request');
const { value, system } = sent.identifier[0];
const stored = { ...sent, id: 'd1' };
const FOUND = { value, location: 'MedicationRequest/d1', status: 'draft' };

type Answer = FhirAnswer | FhirSilence;
/** Answers to one address after the other; the last one to all further ones. */
function answering(...answers: readonly Answer[]) {
  const asked: string[] = [];
  const server: FhirServer = {
    base: 'https://ehr.example/fhir',
    create: async () => silence('unreachable'),
    get: async (address) => {
      asked.push(address);
      return answers[Math.min(asked.length, answers.length) - 1] as Answer;
    },
  };
  return { server, asked };
}
const bundle = (resources: readonly object[], more: object = {}) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource })),
  ...more,
});
const list = (resources: readonly object[], more: object = {}) => answer(200, bundle(resources, more));
const look = (...answers: readonly Answer[]) => findDrafts(answering(...answers).server, 'p1', [value]);
const issue = (severity: string, code: string) => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code }],
});

describe('the search', () => {
  test('asks for this patient and our identifiers, as tokens of our system', async () => {
    const { server, asked } = answering(list([]));
    await findDrafts(server, 'p1', [value, 'b']);
    const { searchParams } = new URL(asked[0] ?? '', 'https://ehr.example/fhir/');
    expect(searchParams.get('patient')).toBe('p1');
    expect(searchParams.get('identifier')).toBe(`${system}|${value},${system}|b`);
  });

  test.each([400, 422])(
    'a server that refuses it with %i is asked for all orders of the patient',
    async (status) => {
      const { server, asked } = answering(answer(status), list([stored]));
      expect(await findDrafts(server, 'p1', [value])).toMatchObject({ kind: 'looked', found: [FOUND] });
      expect(asked[1]).not.toContain('identifier');
      expect(asked[1]).toContain('patient=p1');
    },
  );

  test.each([
    ['any other refusal', answer(403), 403],
    ['a failure', answer(500), 500],
    ['a second refusal of every way to ask', answer(400), 400],
    ['no answer', silence('timed-out'), null],
  ])('%s is no look', async (_, said, status) => {
    expect(await look(said)).toMatchObject({ kind: 'could-not-look', status });
  });

  test('a page that fails after others is no look', async () => {
    const next = { link: [{ relation: 'next', url: 'https://ehr.example/fhir/MedicationRequest?page=2' }] };
    expect(await look(list([stored], next), answer(500))).toMatchObject({
      kind: 'could-not-look',
      status: 500,
    });
  });

  test.each(['error', 'fatal'])('an outcome of severity %s among the rows is no look', async (severity) => {
    expect(await look(list([stored, issue(severity, 'exception')]))).toMatchObject({
      kind: 'could-not-look',
    });
  });

  test.each(['warning', 'information'])('one of severity %s is', async (severity) => {
    expect(await look(list([stored, issue(severity, 'informational')]))).toMatchObject({ found: [FOUND] });
  });
});

describe('found', () => {
  test('is what carries our identifier and is of this patient, whatever its status', async () => {
    const signed = { ...stored, status: 'active' };
    expect(await look(list([signed]))).toEqual({
      kind: 'looked',
      found: [{ ...FOUND, status: 'active' }],
      mayHide: false,
    });
  });

  test('is it by the whole address of the patient too, and beside other identifiers', async () => {
    const row = {
      ...stored,
      subject: { reference: 'https://ehr.example/fhir/Patient/p1' },
      identifier: [{ system: 'urn:other', value: 'x' }, ...sent.identifier],
    };
    expect(await look(list([row]))).toMatchObject({ found: [FOUND], mayHide: false });
  });

  test.each<[string, object]>([
    ['an order of another identifier', { ...stored, identifier: [{ system, value: 'other' }] }],
    ['an order of our value in another system', { ...stored, identifier: [{ system: 'urn:other', value }] }],
    [
      'an order of anybody',
      { resourceType: 'MedicationRequest', id: 'x', subject: { reference: 'Patient/p1' } },
    ],
    ['another kind of row', { ...stored, resourceType: 'MedicationDispense' }],
  ])('is not %s', async (_, row) => {
    expect(await look(list([row]))).toEqual({ kind: 'looked', found: [], mayHide: false });
  });
});

describe('something may be hidden', () => {
  test.each<[string, object[], object]>([
    ['where the list is redacted', [], { meta: { security: [{ code: 'REDACTED' }] } }],
    ['where the list is a part', [], { meta: { tag: [{ code: 'SUBSETTED' }] } }],
    ['where it counts more than it shows', [stored], { total: 2 }],
    ['where a warning says that rows are withheld', [issue('warning', 'suppressed')], {}],
    ['where ours is shown under another patient', [{ ...stored, subject: { reference: 'Patient/p2' } }], {}],
    ['where ours is shown without its patient', [{ ...stored, subject: undefined }], {}],
    ['where ours is shown without its id', [{ ...stored, id: undefined }], {}],
  ])('%s', async (_, rows, more) => {
    expect(await look(list(rows, more))).toMatchObject({ kind: 'looked', mayHide: true });
  });

  test('on one of two pages is enough', async () => {
    const link = [{ relation: 'next', url: 'https://ehr.example/fhir/MedicationRequest?page=2' }];
    const redacted = { meta: { security: [{ code: 'REDACTED' }] } };
    expect(await look(list([], { link }), list([], redacted))).toMatchObject({ mayHide: true });
    expect(await look(list([], { link, ...redacted }), list([]))).toMatchObject({ mayHide: true });
  });

  test.each([
    ['that counts what it shows', { total: 1 }],
    ['that counts in words', { total: '7' }],
    ['that counts nothing', {}],
  ])('not in a list %s', async (_, more) => {
    expect(await look(list([stored], more))).toMatchObject({ mayHide: false });
  });
});

describe('at an address', () => {
  const at = (said: Answer) => findDraftAt(answering(said).server, 'MedicationRequest/d1', 'p1', [value]);

  test('our draft of this patient is found', async () => {
    expect(await at(answer(200, stored))).toEqual([FOUND]);
  });

  test.each<[string, Answer]>([
    ['of another patient', answer(200, { ...stored, subject: { reference: 'Patient/p2' } })],
    ['of another identifier', answer(200, { ...stored, identifier: [] })],
    ['that comes with an error', answer(500, stored)],
    ['that does not come', silence('timed-out')],
  ])('one %s is not', async (_, said) => {
    expect(await at(said)).toEqual([]);
  });

  test.each<[string, Answer, unknown]>([
    ['deleted', answer(410), 'gone'],
    ['not there, or hidden', answer(404), 'not-there'],
    ['read', answer(200, stored), { location: 'MedicationRequest/d1', status: 'draft' }],
    ['refused: it stands', answer(403), { location: 'MedicationRequest/d1', status: null }],
    [
      'failed, whatever came with it: it stands',
      answer(500, stored),
      { location: 'MedicationRequest/d1', status: null },
    ],
    ['not answered: it stands', silence('timed-out'), { location: 'MedicationRequest/d1', status: null }],
  ])('what we were once given is %s', async (_, said, stands) => {
    expect(await draftAt(answering(said).server, 'MedicationRequest/d1')).toEqual(stands);
  });
});
