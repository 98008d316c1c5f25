/** The write against the pretend EHR with each of its fault switches: what the screen says, and how many drafts stand. */
import { randomUUID } from 'node:crypto';
import type { Medication, MedicationRequest } from '@medplum/fhirtypes';
import { beforeEach, describe, expect, test } from 'vitest';
import { ownDrafts } from '#lib/order/standing/own-drafts.ts';
import { readBack } from '#lib/order/verify/read-back.ts';
import { verifyDraft } from '#lib/order/verify/verify-draft.ts';
import { recordOf } from '#lib/order/write/draft-journal.ts';
import type { WriteOutcome } from '#lib/order/write/write-outcome.ts';
import { type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import { checkedFieldWords, fieldValueWords } from '#lib/words/en/read-back.ts';
import { writeWords } from '#lib/words/en/write.ts';
import { shiftDates } from '../../patients/shift-dates.ts';
import { stories } from '../../patients/stories.ts';
import { STORY_DAY } from '../../patients/story.ts';
import { app, ehr, startedForAll } from '../../sandbox/app-and-ehr.ts';
import type { FaultSettings } from '../../sandbox/faults.ts';
import { launchedOrder, naltrexoneIn, SCOPES } from '../launched-order.ts';
import { MemoryJournal, MemorySearch } from './fake-ehr.ts';

startedForAll();
let patient = '';

/** Each test writes for a patient of its own: fibromyalgia, duloxetine, no opioid. */
beforeEach(async () => {
  const story = stories.find(({ id }) => id === 'v01');
  if (story === undefined) throw new Error('there is no story v01');
  const today = new Date().toISOString().slice(0, 10) as CalendarDate;
  patient = await ehr.addPatient(shiftDates(story.bundle, daysBetween(STORY_DAY as CalendarDate, today)));
});

function setFaults(faults: FaultSettings): void {
  const wrong = ehr.faults.replace(faults);
  if (wrong !== null) throw new Error(wrong);
}

const launch = (options?: Parameters<typeof launchedOrder>[3]) => launchedOrder(ehr, app, patient, options);
const standing = () => naltrexoneIn(ehr, patient).length;

/** All that the screen says of an outcome. */
function screen(outcome: WriteOutcome): string {
  const { title, happened, meaning, steps } = writeWords(outcome);
  return [title, happened, meaning, ...steps].join(' | ');
}

function locationsOf(outcome: WriteOutcome): string[] {
  return outcome.kind === 'written' ? outcome.locations.flatMap((location) => location ?? []) : [];
}

/** A whole launch, the fault switched on between review and write. */
async function writtenWith(faults: FaultSettings, options: Parameters<typeof launch>[0] = {}) {
  const launched = await launch(options);
  const order = launched.makeOrder(randomUUID());
  setFaults(faults);
  return { ...launched, order, outcome: await launched.write(order) };
}

const TRAMADOL = {
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  authoredOn: new Date().toISOString().slice(0, 10),
  medicationCodeableConcept: { text: 'tramadol 50 mg tablet' },
};

test('without a fault one draft stands, every field as it was sent', async () => {
  const { outcome, readBack, order, rung } = await writtenWith({});
  expect(rung.rung).toBe('fhir-draft');
  expect(screen(outcome)).toContain('Draft in chart, not signed');
  expect((await readBack(order, outcome)).state).toBe('kept');
  expect(standing()).toBe(1);
});

test('two strengths stand together, written in one transaction', async () => {
  const launched = await launch({ preset: 'two-strengths' });
  const order = launched.makeOrder(randomUUID());
  const outcome = await launched.write(order);
  expect(outcome).toMatchObject({ kind: 'written', locations: [expect.any(String), expect.any(String)] });
  expect((await launched.readBack(order, outcome)).state).toBe('kept');
  expect(standing()).toBe(2);
});

describe('refused: nothing stands, and the screen says so in the own words of the EHR', () => {
  test.each([
    [400, 'The EHR did not accept the draft'],
    [403, 'This EHR does not let the app write'],
    [409, 'The EHR did not accept the draft'],
    [412, 'The EHR did not accept the draft'],
    [422, 'The EHR did not accept the draft'],
    [429, 'The EHR did not accept the draft'],
  ])('HTTP %i', async (status, title) => {
    const { outcome } = await writtenWith({ refuseWrite: { status, text: 'Formulary committee says no.' } });
    expect(screen(outcome)).toContain(title);
    expect(screen(outcome)).toContain('The EHR says: Formulary committee says no.');
    expect(screen(outcome)).toContain('looked in the chart: the draft is not there');
    expect(screen(outcome)).toMatch(/[Cc]opy the order text/);
    expect(standing()).toBe(0);
  });

  test('of two strengths none stands where one transaction is refused', async () => {
    const launched = await launch({ preset: 'two-strengths' });
    setFaults({ refuseWrite: { status: 422, text: 'No.' } });
    expect(await launched.write(launched.makeOrder(randomUUID()))).toMatchObject({ kind: 'refused' });
    expect(standing()).toBe(0);
  });

  test('and the same order can be written once the EHR takes it', async () => {
    const { write, order } = await writtenWith({ refuseWrite: { status: 422, text: 'No.' } });
    setFaults({});
    expect(await write(order)).toMatchObject({ kind: 'written' });
    expect(standing()).toBe(1);
  });
});

describe('an EHR that takes no orders', () => {
  test('read-only from the start: the lowest rung, before anything is written', async () => {
    setFaults({ readOnly: true });
    const { rung } = await launch();
    expect(rung).toMatchObject({
      rung: 'copy',
      obstacle: 'takes-no-orders',
    });
  });

  test('read-only since what it can do was read: the write is told, not the memory believed', async () => {
    const { outcome } = await writtenWith({ readOnly: true });
    expect(outcome).toMatchObject({ kind: 'not-supported', status: 405 });
    expect(screen(outcome)).toContain('This EHR does not let the app write');
    expect(standing()).toBe(0);
  });

  test('without the scope to create: the lowest rung', async () => {
    const { rung } = await launch({ scopes: SCOPES.replace('.crs', '.rs') });
    expect(rung).toMatchObject({
      rung: 'copy',
      obstacle: 'not-allowed',
    });
  });
});

describe('an answer that does not tell', () => {
  test('HTTP 500: unknown, looked for, not sent again until a person decides', async () => {
    const { outcome, write, order, sayNotThere } = await writtenWith({
      refuseWrite: { status: 500, text: 'Disk is full.' },
    });
    expect(screen(outcome)).toContain('Sent, but nobody knows whether it arrived');
    expect(screen(outcome)).toContain('The EHR says: Disk is full.');
    expect(screen(outcome)).toContain('looked in the chart and did not find it');
    setFaults({});
    expect(await write(order)).toMatchObject({ kind: 'outcome-unknown' });
    expect(standing()).toBe(0);
    await sayNotThere();
    expect(await write(order)).toMatchObject({ kind: 'written' });
    expect(standing()).toBe(1);
  });

  test('lost after the write: found, one draft', async () => {
    const { outcome, readBack, order } = await writtenWith({ loseAnswerAfterWrite: true });
    expect(screen(outcome)).toContain('Draft in chart, not signed');
    expect((await readBack(order, outcome)).state).toBe('kept');
    expect(standing()).toBe(1);
  });

  test('lost after the write of two strengths: both found, two drafts', async () => {
    const launched = await launch({ preset: 'two-strengths' });
    setFaults({ loseAnswerAfterWrite: true });
    const outcome = await launched.write(launched.makeOrder(randomUUID()));
    expect(outcome).toMatchObject({ kind: 'written', locations: [expect.any(String), expect.any(String)] });
    expect(standing()).toBe(2);
  });

  test('lost, with drafts hidden from the search: unknown, and a second launch sends none either', async () => {
    const first = await writtenWith(
      { loseAnswerAfterWrite: true, hideDrafts: true },
      { search: new MemorySearch() },
    );
    expect(first.outcome).toMatchObject({ kind: 'outcome-unknown', looked: 'perhaps-hidden' });
    setFaults({ hideDrafts: true });
    const second = await launch({ journal: first.journal });
    expect(await second.write(second.makeOrder(randomUUID()))).toMatchObject({ kind: 'outcome-unknown' });
    expect(standing()).toBe(1);
  });

  test('an empty 201: found by its Location, every field kept', async () => {
    const { outcome, readBack, order } = await writtenWith({ emptyCreated: true });
    expect((await readBack(order, outcome)).state).toBe('kept');
    expect(standing()).toBe(1);
  });

  test('an empty 201 whose Location is no whole address: found by it all the same', async () => {
    const { outcome, readBack, order } = await writtenWith({ emptyCreated: true, relativeLocation: true });
    expect((await readBack(order, outcome)).state).toBe('kept');
    expect(standing()).toBe(1);
  });

  test('slow: one draft', async () => {
    const { outcome } = await writtenWith({ delayMs: 300, writeDelayMs: 1_500 });
    expect(outcome).toMatchObject({ kind: 'written' });
    expect(standing()).toBe(1);
  });
});

/** Of every step, as the prescriber is told that it is gone. */
const STEP_TEXTS = ['14 nights, not before', '14 nights', '28 nights. Low dose'].map((words, index) => [
  `Step ${index + 1} text`,
  expect.stringContaining(words),
]);

describe('what the EHR made of the draft', () => {
  test('dropped fields are named', async () => {
    const { outcome, readBack, order } = await writtenWith({
      dropFields: ['dispenseRequest.quantity', 'dosageInstruction.text'],
    });
    const { state, requests } = await readBack(order, outcome);
    expect(state).toBe('differs');
    expect(
      requests[0]?.fields
        .filter((field) => field.state === 'dropped')
        .map(({ field, sent }) => [checkedFieldWords(field), fieldValueWords(sent)]),
    ).toEqual([['Quantity', '126 capsules'], ...STEP_TEXTS]);
    expect(standing()).toBe(1);
  });

  test('an identifier that was dropped makes no second draft', async () => {
    const { outcome, write, order } = await writtenWith({ dropFields: ['identifier'] });
    expect(outcome).toMatchObject({ kind: 'written' });
    expect(await write(order)).toMatchObject({ kind: 'changed-before-write' });
    expect(standing()).toBe(1);
  });

  test('a capsule mapped to the orderable of the 50 mg tablet is serious', async () => {
    const { outcome, readBack, order } = await writtenWith({
      dropFields: ['contained', 'medicationReference'],
      changeFields: {
        medicationCodeableConcept: {
          coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '1483744' }],
          text: 'naltrexone hydrochloride 50 mg tablet',
        },
      },
    });
    const { state, requests } = await readBack(order, outcome);
    expect(state).toBe('serious');
    const drug = requests[0]?.fields.find(({ field }) => field.name === 'drug');
    expect(drug).toMatchObject({
      stored: { kind: 'text', text: 'naltrexone hydrochloride 50 mg tablet' },
      state: 'changed',
      serious: true,
    });
    expect(standing()).toBe(1);
  });

  test('a drug that the EHR keeps as a Medication of its own is followed and compared, then and at a later launch', async () => {
    const launched = await launch();
    const order = launched.makeOrder(randomUUID());
    const [capsule] = order.requests.flatMap((request) => ('contained' in request ? request.contained : []));
    const { id } = await ehr.repository.createResource({
      ...capsule,
      id: undefined,
    } as unknown as Medication);
    setFaults({
      dropFields: ['contained'],
      changeFields: { medicationReference: { reference: `Medication/${id}` } },
    });
    const outcome = await launched.write(order);
    expect((await launched.readBack(order, outcome)).state).toBe('kept');

    const later = await launch({ journal: launched.journal });
    const journal = { drafts: [{ ...recordOf(order, 0), locations: locationsOf(outcome) }] };
    const [draft] = ownDrafts(await readBack(later.server, locationsOf(outcome)), journal, later.before.asOf);
    if (!draft?.sent) throw new Error('the draft was not found again');
    expect(verifyDraft({ requests: [draft.sent] }, [draft.stored], 'later').state).toBe('kept');
  });

  test('a dose made ten times as large is serious', async () => {
    const { outcome, readBack, order } = await writtenWith({
      changeFields: { 'dosageInstruction.doseAndRate.doseQuantity.value': 45 },
    });
    expect((await readBack(order, outcome)).state).toBe('serious');
  });

  test('a draft recorded as an active order is serious', async () => {
    const { outcome, readBack, order } = await writtenWith({ changeFields: { status: 'active' } });
    expect((await readBack(order, outcome)).state).toBe('serious');
  });

  test('what cannot be read back is never shown as done', async () => {
    const { outcome, readBack, order } = await writtenWith({ readBackNotFound: true });
    const { state, requests } = await readBack(order, outcome);
    expect(state).toBe('not-read');
    expect(requests[0]?.notRead).toEqual({ code: 'http', status: 404 });
    expect(standing()).toBe(1);
  });
});

describe('never two drafts', () => {
  test('by two clicks, whatever the EHR makes of If-None-Exist', async () => {
    setFaults({ ignoreConditionalCreate: true });
    const { write, makeOrder } = await launch();
    const order = makeOrder(randomUUID());
    await Promise.all([write(order), write(order)]);
    expect(standing()).toBe(1);
  });

  test('by two prescribers at once, each in a launch of their own', async () => {
    setFaults({ ignoreConditionalCreate: true });
    const journal = new MemoryJournal();
    const [first, second] = [await launch({ journal }), await launch({ journal })];
    const outcomes = await Promise.all([
      first.write(first.makeOrder(randomUUID())),
      second.write(second.makeOrder(randomUUID())),
    ]);
    expect(outcomes.filter(({ kind }) => kind === 'written')).toHaveLength(1);
    expect(standing()).toBe(1);
  });

  test('by a later launch, where the EHR hides drafts from its search', async () => {
    setFaults({ hideDrafts: true });
    const first = await launch();
    expect(await first.write(first.makeOrder(randomUUID()))).toMatchObject({ kind: 'written' });
    const second = await launch({ journal: first.journal });
    const outcome = await second.write(second.makeOrder(randomUUID()));
    expect(outcome).toMatchObject({ kind: 'already-written', drafts: [{ status: 'draft' }] });
    expect(screen(outcome)).toContain('wrote no second one');
    expect(standing()).toBe(1);
  });

  test('by a later launch: its chart shows the draft, and the judgement blocks a second', async () => {
    const first = await launch();
    await first.write(first.makeOrder(randomUUID()));
    const second = await launch();
    expect(second.before.findings).toContainEqual(
      expect.objectContaining({ rule: 'R13', severity: 'blocks' }),
    );
    expect(() => second.makeOrder(randomUUID())).toThrow('blocked');
  });
});

describe('the chart changed in between', () => {
  test('an opioid ordered after the review stops the write, and is named', async () => {
    setFaults({ chartChanges: [{ afterReads: 1, resource: TRAMADOL }] });
    const launched = await launch();
    const outcome = await launched.write(launched.makeOrder(randomUUID()));
    expect(screen(outcome)).toContain('The chart changed before the write');
    expect(screen(outcome)).toContain('tramadol 50 mg tablet');
    expect(standing()).toBe(0);
  });
});

describe('the access token expired in between', () => {
  test('the second reading fails, and nothing is sent', async () => {
    const { outcome } = await writtenWith({ tokenExpiresNow: true });
    expect(outcome.kind).toBe('changed-before-write');
    expect(screen(outcome)).toContain('Nothing was sent this time.');
    expect(standing()).toBe(0);
  });
});

describe('what HAPI FHIR does otherwise', () => {
  test('old pages of searches: the draft just made is seen all the same', async () => {
    setFaults({ searchCache: { ms: 60_000, noCacheArrives: true } });
    const launched = await launch();
    const order = launched.makeOrder(randomUUID());
    expect(await launched.write(order)).toMatchObject({ kind: 'written' });
    expect(await launched.write(order)).toMatchObject({ kind: 'changed-before-write' });
    expect(standing()).toBe(1);
  });

  test.each([422, 409, 500])(
    'old pages, and a gateway that drops our wish for new ones: HTTP %i after the save is not "nothing saved"',
    async (status) => {
      const { outcome } = await writtenWith({
        searchCache: { ms: 60_000, noCacheArrives: false },
        refuseAfterWrite: { status, text: 'Duplicate therapy.' },
      });
      expect(['written', 'already-written']).toContain(outcome.kind);
      expect(standing()).toBe(1);
    },
  );

  test('old pages, and a gateway that drops our wish: an opioid ordered after the review stops the write', async () => {
    setFaults({
      searchCache: { ms: 60_000, noCacheArrives: false },
      chartChanges: [{ afterReads: 1, resource: TRAMADOL }],
    });
    const launched = await launch();
    const outcome = await launched.write(launched.makeOrder(randomUUID()));
    expect(screen(outcome)).toContain('tramadol 50 mg tablet');
    expect(standing()).toBe(0);
  });

  test('a prescriber who is no row there: refused in its words, nothing stands, the order by hand is left', async () => {
    const launched = await launch();
    const order = launched.makeOrder(randomUUID());
    const requester = { reference: 'Practitioner/of-another-server' };
    const requests = order.requests.map((request) => ({ ...request, requester }));
    const outcome = await launched.write({ ...order, requests });
    expect(outcome).toMatchObject({ kind: 'refused', status: 400 });
    expect(screen(outcome)).toContain('"Practitioner/of-another-server" leads nowhere');
    expect(screen(outcome)).toMatch(/[Cc]opy the order text/);
    expect(standing()).toBe(0);
  });

  test('pages at the base, plain JSON: an opioid on the last page is seen', async () => {
    await ehr.repository.createResource({
      ...TRAMADOL,
      subject: { reference: `Patient/${patient}` },
    } as unknown as MedicationRequest);
    setFaults({ pageSize: 1, pagesAtBase: true, plainJson: true });
    const { before } = await launch();
    expect(before.opioid.verdict).toBe('present');
    expect(before.unseen).toEqual([]);
  });
});
