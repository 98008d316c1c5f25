/** The cards of the case table: each with its summary, its weight, what it rests on and what may be done. */
import { describe, expect, test } from 'vitest';
import { journalKey, type PatientDrafts } from '#lib/order/write/draft-journal.ts';
import { draftJournal } from '#lib/store/journal.ts';
import { presetOrder } from '../order/reviewed.ts';
import { callingEhr, cardsOf, draft, ISSUER, NALTREXONE, OXYCODONE, prefetchOf } from './calling-ehr.ts';

callingEhr({ at: '2026-03-02T10:00:00Z', hooks: { patientView: true } });

const order = (id: string, text: string, more: object = {}) =>
  draft(id, text, { status: 'active', authoredOn: '2025-11-10', ...more });
const duloxetine = order('m0', 'duloxetine 60 mg capsule');

/** The screen that a card's link asks for; none is Safety. */
const screenOf = (card: { links: { appContext?: string | undefined }[] } | undefined) =>
  JSON.parse(card?.links[0]?.appContext ?? '{}').screen;

const selectNaltrexone = (...rows: readonly object[]) =>
  cardsOf('ldn-order-select', { drafts: [NALTREXONE], prefetch: prefetchOf([duloxetine, ...rows]) });
const selectOxycodone = (...rows: readonly object[]) =>
  cardsOf('ldn-order-select', { drafts: [OXYCODONE], prefetch: prefetchOf([duloxetine, ...rows]) });

describe('naltrexone is ordered', () => {
  test('beside a current opioid: critical, with the drug and its day', async () => {
    const [card, ...more] = await selectNaltrexone(order('m1', 'oxycodone 5 mg tablet'));
    expect(more).toEqual([]);
    expect(card).toMatchObject({
      indicator: 'critical',
      summary:
        'Opioid on the chart: oxycodone 5 mg tablet, active since 10-Nov-2025. Naltrexone can precipitate withdrawal: do not start.',
      selectionBehavior: 'at-most-one',
      suggestions: [
        { isRecommended: true, actions: [{ type: 'delete', resourceId: 'MedicationRequest/d-naltrexone' }] },
      ],
    });
    expect(card?.detail).toContain('oxycodone 5 mg tablet');
    expect(card?.detail).toContain('US naltrexone label, contraindications');
    expect(card?.links[0]).toMatchObject({ type: 'smart', url: 'http://127.0.0.1:3000/launch' });
    expect(JSON.parse(card?.links[0]?.appContext ?? '')).toEqual({ from: 'cds', card: card?.uuid });
  });

  test('within the washout of one: until when, and from when', async () => {
    const [card] = await selectNaltrexone(
      order('m1', 'tramadol 50 mg tablet', { status: 'completed', authoredOn: '2026-02-10' }),
      {
        resourceType: 'MedicationDispense',
        id: 's1',
        status: 'completed',
        subject: { reference: 'Patient/p1' },
        medicationCodeableConcept: { text: 'tramadol 50 mg tablet' },
        authorizingPrescription: [{ reference: 'MedicationRequest/m1' }],
        whenHandedOver: '2026-02-18',
        daysSupply: { value: 7, unit: 'days', code: 'd' },
      },
    );
    expect(card?.indicator).toBe('warning');
    expect(card?.summary).toBe(
      'Tramadol 50 mg tablet supply may have lasted to 24-Feb-2026. Earliest naltrexone start: 07-Mar-2026.',
    );
  });

  test('on a chart that was not sent: a warning, and no offer to take the order out', async () => {
    const prefetch = prefetchOf([duloxetine]);
    delete prefetch.orders;
    const [card] = await cardsOf('ldn-order-select', { drafts: [NALTREXONE], prefetch });
    expect(card?.indicator).toBe('warning');
    expect(card?.summary).toBe(
      'Cannot tell whether an opioid is taken: the medication orders were not sent with this request. Check before signing.',
    );
    expect(card?.suggestions).toBeUndefined();
    expect(card?.detail).toContain('**Not read**');
  });

  test('beside what nobody can name', async () => {
    const [card] = await selectNaltrexone(order('m1', 'pain pill per Dr X'));
    expect(card?.indicator).toBe('warning');
    expect(card?.summary).toBe(
      'Cannot tell: "pain pill per Dr X" could be an opioid. Name it before naltrexone is signed.',
    );
  });

  test('where the chart shows no opioid: nothing is said, and nobody is told it is clear', async () => {
    expect(await selectNaltrexone()).toEqual([]);
  });

  test.each([
    ['over long ago', order('m1', 'tramadol', { status: 'completed', authoredOn: '2019-02-10' })],
    ['never taken', { ...order('m1', 'tramadol'), resourceType: 'MedicationStatement', status: 'not-taken' }],
    ['forbidden', order('m1', 'tramadol', { doNotPerform: true })],
    ['that acts outside the brain alone', order('m1', 'loperamide 2 mg capsule')],
  ])('an opioid %s raises no card', async (_what, row) => {
    expect(await selectNaltrexone(row)).toEqual([]);
  });

  test('a list that is empty is no answer that there is no opioid', async () => {
    const [card] = await cardsOf('ldn-order-select', { drafts: [NALTREXONE], prefetch: prefetchOf([]) });
    expect(card).toMatchObject({ indicator: 'warning' });
    expect(card?.summary).toContain('lists no medicines at all');
  });

  test('nor is a list that holds the very order being made, and no other', async () => {
    const [card] = await cardsOf('ldn-order-select', {
      drafts: [NALTREXONE],
      prefetch: prefetchOf([NALTREXONE]),
    });
    expect(card?.summary).toContain('lists no medicines at all');
  });

  test('with an opioid in the same orders: never both', async () => {
    const cards = await cardsOf('ldn-order-sign', {
      drafts: [NALTREXONE, OXYCODONE],
      prefetch: prefetchOf([duloxetine]),
    });
    expect(cards.map(({ summary }) => summary)).toEqual([
      'An opioid is being ordered as well: oxycodone 5 mg tablet. Naltrexone can precipitate withdrawal: never both.',
    ]);
  });
});

describe('an opioid is ordered', () => {
  test('for a patient on low-dose naltrexone: the dose, and what the next one does', async () => {
    const [card] = await selectOxycodone(order('m1', 'naltrexone 4.5 mg capsule'));
    expect(card?.indicator).toBe('warning');
    expect(card?.summary).toBe(
      'Takes low-dose naltrexone (4.5 mg a day): this opioid may not work, and the next naltrexone dose can cause withdrawal.',
    );
    expect(screenOf(card)).toBe('follow-up');
    expect(card?.detail).toContain('at least 72 hours');
    expect(card?.detail).toContain('anaesthetist or pain team');
  });

  test('on an order of ours the dose is one a night', async () => {
    const ours = { ...presetOrder('standard').requests[0], id: 'm1', status: 'active' };
    const [card] = await selectOxycodone(ours);
    expect(card?.summary).toBe(
      'Takes low-dose naltrexone (4.5 mg nightly): this opioid may not work, and the next naltrexone dose can cause withdrawal.',
    );
  });

  test('a codeine cough mixture is one', async () => {
    const cough = draft('d1', 'codeine 10 mg/5 mL with guaifenesin oral solution');
    const prefetch = prefetchOf([duloxetine, order('m1', 'naltrexone 4.5 mg capsule')]);
    expect(await cardsOf('ldn-order-select', { drafts: [cough], prefetch })).toHaveLength(1);
  });

  test('what may be one, by its name, is told as that', async () => {
    const nearly = draft('d1', 'tramodol 50 mg tablet');
    const prefetch = prefetchOf([duloxetine, order('m1', 'naltrexone 4.5 mg capsule')]);
    const [card] = await cardsOf('ldn-order-select', { drafts: [nearly], prefetch });
    expect(card?.summary).toContain('if an opioid');
  });

  test('within four weeks of a naltrexone depot: critical', async () => {
    const [card] = await selectOxycodone({
      resourceType: 'MedicationAdministration',
      id: 'a1',
      status: 'completed',
      subject: { reference: 'Patient/p1' },
      medicationCodeableConcept: { text: 'naltrexone 380 mg extended-release suspension for injection' },
      effectiveDateTime: '2026-02-12',
      dosage: { dose: { value: 380, unit: 'mg', code: 'mg' } },
    });
    expect(card?.indicator).toBe('critical');
    expect(card?.summary).toBe(
      'Naltrexone depot 380 mg given 12-Feb-2026 still blocks opioids. Overriding the block with more opioid is dangerous.',
    );
  });

  test('for anybody else: nothing, even where the chart was not sent', async () => {
    expect(await selectOxycodone()).toEqual([]);
    expect(await cardsOf('ldn-order-select', { drafts: [OXYCODONE], prefetch: {} })).toEqual([]);
  });
});

describe('a draft of ours is signed', () => {
  const sent = presetOrder('standard');
  const request = sent.requests[0];
  const signed = { ...request, id: 'written-1' };

  async function remember(day: string): Promise<void> {
    const key = journalKey({ issuer: ISSUER, patientId: 'p1' });
    const drafts: PatientDrafts = {
      drafts: [
        {
          identifier: sent.identifier,
          values: [request?.identifier[0].value ?? ''],
          state: 'written',
          sentAt: Date.parse(`${day}T09:00:00Z`),
          locations: ['MedicationRequest/written-1'],
          requests: sent.requests,
          plan: sent.plan,
        },
      ],
    };
    const begun = await draftJournal().begin(key, drafts, 0);
    if (!begun.held) throw new Error('the journal is held');
    await draftJournal().end(key, begun.entry.version, drafts);
  }
  const sign = (made: object, ...rows: readonly object[]) =>
    cardsOf('ldn-order-sign', { drafts: [made], prefetch: prefetchOf([duloxetine, ...rows]) });

  test('as it was reviewed, within the week: nothing', async () => {
    await remember('2026-02-27');
    expect(await sign(signed)).toEqual([]);
  });

  test('with the 50 mg tablet in its place: critical, with both doses', async () => {
    await remember('2026-02-27');
    const { contained: _, medicationReference: __, ...rest } = signed as Record<string, unknown>;
    const tablet = { ...rest, medicationCodeableConcept: { text: 'naltrexone 50 mg tablet' } };
    const [card] = await sign(tablet);
    expect(card?.indicator).toBe('critical');
    expect(card?.summary).toBe('This order reads naltrexone 50 mg. The reviewed plan was 1.5 mg at bedtime.');
    expect(screenOf(card)).toBe('review');
  });

  test('a tablet ordered by hand beside the reviewed plan is told too', async () => {
    await remember('2026-02-27');
    const [card] = await sign(draft('d9', 'naltrexone hydrochloride 50 MG Oral Tablet'));
    expect(card?.summary).toBe('This order reads naltrexone 50 mg. The reviewed plan was 1.5 mg at bedtime.');
  });

  test('after an opioid came: not to be signed', async () => {
    await remember('2026-02-12');
    const cards = await sign(signed, order('m1', 'tramadol', { authoredOn: '2026-02-20' }));
    expect(cards.map(({ indicator, summary }) => [indicator, summary])).toEqual([
      [
        'critical',
        'Opioid on the chart: tramadol, active since 20-Feb-2026. Naltrexone can precipitate withdrawal: do not start.',
      ],
      [
        'warning',
        'Draft of 12-Feb-2026: since then tramadol was added to the chart. Do not sign; open the check again.',
      ],
    ]);
  });

  test('of two days of a draft the earlier one counts', async () => {
    await remember('2026-03-02');
    const [card] = await sign({ ...signed, authoredOn: '2026-02-10' });
    expect(card?.summary).toContain('Draft of 10-Feb-2026, 20 days old');
  });

  test('weeks later: to be checked again', async () => {
    await remember('2026-02-12');
    const [card] = await sign(signed);
    expect(card?.indicator).toBe('warning');
    expect(card?.summary).toContain('Draft of 12-Feb-2026, 18 days old');
    expect(screenOf(card)).toBeUndefined();
  });
});

describe('a chart is opened', () => {
  const ours = (authoredOn: string) => ({
    ...presetOrder('standard').requests[0],
    id: 'm1',
    status: 'active',
    authoredOn,
  });
  const open = (...rows: readonly object[]) =>
    cardsOf('ldn-patient-view', { prefetch: prefetchOf([duloxetine, ...rows]) });

  test('where an opioid came since our titration was signed: hold it', async () => {
    const [card] = await open(ours('2026-02-20'), order('m2', 'tramadol', { authoredOn: '2026-02-27' }));
    expect(card?.summary).toBe(
      'On low-dose naltrexone, and tramadol is on the chart (27-Feb-2026). Hold naltrexone; contact the patient today.',
    );
  });

  test('where the review is overdue: since when', async () => {
    const [card] = await open(ours('2025-12-01'));
    expect(card).toMatchObject({ indicator: 'info' });
    expect(card?.summary).toContain('the review was due 26-Jan-2026');
    expect(screenOf(card)).toBe('follow-up');
  });

  test.each([
    ['in course', [ours('2026-02-20')]],
    ['without any order of ours', [order('m2', 'tramadol')]],
  ])('%s: nothing', async (_what, rows) => {
    expect(await open(...rows)).toEqual([]);
  });
});
