/**
 * Every odd answer to the POST, times every odd answer to the look, draft saved or not: nothing that was saved is said not to be, no order by
 * hand is handed out beside it, and no second one is sent.
 */
import { describe, expect, test } from 'vitest';
import type { Chart } from '#lib/chart/chart.ts';
import type { FhirAnswer, FhirSilence } from '#lib/fhir/fhir-server.ts';
import { closedByHand, draftDoubt } from '#lib/order/write/draft-doubt.ts';
import { journalKey, type PatientDrafts } from '#lib/order/write/draft-journal.ts';
import { leftDraft } from '#lib/order/write/left-in-ehr.ts';
import { answer, silence } from '../../fhir/answers.ts';
import {
  anew,
  anewForEach,
  ehr,
  journal,
  ONE,
  OTHER_LAUNCH,
  sayNotThere,
  search,
  write,
} from './each-write.ts';
import { outcome } from './fake-ehr.ts';

anewForEach();

type Said = FhirAnswer | FhirSilence;

const [OWN] = ONE.requests;
const [ANOTHER] = OTHER_LAUNCH.requests;
const queued = {
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'information', code: 'informational', diagnostics: 'Queued.' }],
};

/** Answers to the POST that do not tell, or tell of something else. */
const ANSWERS: Readonly<Record<string, Said>> = {
  'a refusal': answer(422, outcome('Duplicate therapy.')),
  'a refusal in HTML': silence('not-json', 403),
  'a refusal that names no reason': answer(412),
  'not implemented': answer(501),
  'too many requests, of a gateway': silence('not-json', 429),
  'accepted for later': answer(202, null, 'https://ehr.example/jobs/17'),
  'nothing to say': answer(204),
  'of several states': answer(207, {}),
  'a redirect to sign in': answer(302, null, 'https://login.example/'),
  'a redirect whose page is HTML': silence('not-json', 303),
  'a page of a proxy, with 200': answer(200),
  'an error, with 200': answer(200, outcome('No.')),
  'a remark, with 200': answer(200, queued),
  'an error, with 201': answer(201, outcome('No.')),
  'a list, with 200': answer(200, {
    resourceType: 'Bundle',
    type: 'searchset',
    entry: [{ resource: { ...OWN, id: 'd9' } }],
  }),
  'the order of another patient, with 200': answer(200, {
    ...OWN,
    id: 'x1',
    subject: { reference: 'Patient/p2' },
  }),
  'another draft of ours, with 200': answer(
    200,
    { ...ANOTHER, id: 'x2' },
    'https://ehr.example/fhir/MedicationRequest/x2',
  ),
  'no answer': silence('timed-out'),
  'half an answer': silence('not-json', 500),
};

const bundle = (entry: readonly object[], more: object = {}) =>
  answer(200, {
    resourceType: 'Bundle',
    type: 'searchset',
    entry: entry.map((resource) => ({ resource })),
    ...more,
  });
const rows = (found: Said): Record<string, unknown>[] =>
  found.kind === 'answer'
    ? ((found.body as { entry: { resource: Record<string, unknown> }[] }).entry ?? []).map(
        ({ resource }) => resource,
      )
    : [];
const pages = new Map<string, Said>();

/** What the look is answered; `found` is what an honest search of the EHR has. */
const LOOKS: Readonly<Record<string, (found: Said, address: string) => Said>> = {
  'an honest list': (found) => found,
  'orders of other patients among them': (found) =>
    bundle([{ ...ANOTHER, id: 'x3', subject: { reference: 'Patient/p2' } }, ...rows(found)]),
  'ours, of a patient that is blotted out': (found) =>
    bundle(rows(found).map(({ subject: _, ...row }) => ({ ...row, subject: { display: 'withheld' } }))),
  'ours, under another patient': (found) =>
    bundle(rows(found).map((row) => ({ ...row, subject: { reference: 'Patient/p2' } }))),
  'ours, without its id': (found) => bundle(rows(found).map(({ id: _, ...row }) => row)),
  'an empty list, and a warning that rows are withheld': () =>
    bundle([{ resourceType: 'OperationOutcome', issue: [{ severity: 'warning', code: 'suppressed' }] }]),
  'an empty list that counts one': (found) => bundle([], { total: rows(found).length }),
  'an empty list whose next page fails': () =>
    bundle([], { link: [{ relation: 'next', url: 'https://ehr.example/fhir/MedicationRequest?page=2' }] }),
  'a list that an error cuts short': () => bundle([outcome('The index is being made.')]),
  'no list but a remark': () => answer(200, queued),
  'a page of a proxy': () => silence('not-json', 200),
  'a failure': () => answer(503),
  'the page of the first time it was asked': (found, address) => {
    if (!pages.has(address)) pages.set(address, found);
    return pages.get(address) as Said;
  },
};
const NEXT_PAGE = 'page=2';

/** Puts the pair of answers in front of the EHR, which saves or not. */
function put(said: Said, look: (found: Said, address: string) => Said, isSaved: boolean): void {
  const [create, get] = [ehr.create.bind(ehr), ehr.get.bind(ehr)];
  ehr.create = async (...request) => {
    if (isSaved) await create(...request);
    return said;
  };
  ehr.get = async (address) => {
    if (address.includes(NEXT_PAGE)) return answer(503);
    const found = await get(address);
    return address.includes('?') &&
      (ehr.posts > 0 || look === LOOKS['the page of the first time it was asked'])
      ? look(found, address)
      : found;
  };
}

async function isClosedByHand(): Promise<boolean> {
  const line = await journal.read<PatientDrafts>(journalKey({ issuer: ehr.base, patientId: 'p1' }));
  const unread = { medications: [] } as unknown as Chart;
  return closedByHand(line, draftDoubt(line, unread, journal.now), journal.now) !== null;
}

describe.each(Object.keys(LOOKS))('a look that is answered with %s', (look) => {
  test.each([
    [true, 'known to show drafts'],
    [false, 'not known to'],
  ])('saved, search %$: said to stand, or unknown and closed; one draft', async (isKnown) => {
    for (const [name, said] of Object.entries(ANSWERS)) {
      anew();
      pages.clear();
      search.last = isKnown ? 'shown' : null;
      put(said, LOOKS[look] as never, true);
      const ended = await write();
      const told = `${name} -> ${ended.kind}`;
      expect(leftDraft(ended) || ended.kind === 'outcome-unknown', told).toBe(true);
      if (!leftDraft(ended)) expect(await isClosedByHand(), told).toBe(true);
      await write();
      await write(OTHER_LAUNCH);
      expect(ehr.drafts, told).toHaveLength(1);
    }
  });

  test('not saved: never said to stand; once a person has looked it is written, once', async () => {
    for (const [name, said] of Object.entries(ANSWERS)) {
      anew();
      pages.clear();
      search.last = 'shown';
      const [create, get] = [ehr.create, ehr.get];
      put(said, LOOKS[look] as never, false);
      const ended = await write();
      expect(leftDraft(ended), `${name} -> ${ended.kind}`).toBe(false);
      Object.assign(ehr, { create, get });
      await sayNotThere();
      expect((await write()).kind, name).toBe('written');
      expect(ehr.drafts, name).toHaveLength(1);
    }
  });
});
