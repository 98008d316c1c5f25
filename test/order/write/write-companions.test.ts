import { validateResource } from '@medplum/core';
import type { Resource as FhirResource } from '@medplum/fhirtypes';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { assessmentNote, provenanceOf } from '#lib/order/draft/draft-companions.ts';
import { journalKey, type PatientDrafts, recordOf } from '#lib/order/write/draft-journal.ts';
import { claimCompanions, keepCompanions, writeCompanions } from '#lib/order/write/write-companions.ts';
import { companionWords } from '#lib/words/en/done.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import { loadDefinitions } from '../../sandbox/fhir/definitions.ts';
import { presetOrder } from '../reviewed.ts';
import { FakeEhr, MemoryJournal, outcome } from './fake-ehr.ts';

const ORDER = presetOrder('standard');
const WORDS = ORDER_WORDS.assessment;
const SETTING = {
  locations: ['MedicationRequest/d1'],
  author: 'Practitioner/p9',
  now: '2026-03-02T09:30:00.000Z',
  appVersion: '0.1.0',
  tablesOf: '2026-11',
};
const ALL = { capabilities: { supports: () => true }, scopes: ['patient/*.c'] };

beforeAll(loadDefinitions);

let ehr: FakeEhr;
beforeEach(() => {
  ehr = new FakeEhr();
});

describe('what goes beside the draft', () => {
  test('is valid FHIR R4', () => {
    for (const author of [SETTING.author, null]) {
      const setting = { ...SETTING, author };
      for (const resource of [assessmentNote(ORDER, setting, WORDS), provenanceOf(ORDER, setting, WORDS)]) {
        expect(() => validateResource(resource as unknown as FhirResource)).not.toThrow();
      }
    }
  });

  test('says who, with which app and tables, and from which rows of the chart', () => {
    expect(provenanceOf(ORDER, SETTING, WORDS)).toMatchObject({
      target: [{ reference: 'MedicationRequest/d1' }],
      agent: [{ who: { reference: 'Practitioner/p9' } }, { who: { reference: '#app' } }],
      contained: [{ version: [{ value: '0.1.0' }, { value: 'opioid tables of 2026-11' }] }],
      entity: [{ role: 'source', what: { reference: 'Condition/fm1' } }],
    });
  });

  test('tells the checks and the reasons given, as a person reads them', () => {
    const [{ attachment }] = assessmentNote(ORDER, SETTING, WORDS).content;
    const text = Buffer.from(attachment.data, 'base64').toString('utf8');
    expect(text).toContain('Checked on 02-Mar-2026');
    expect(text).toContain('Monitoring record checked');
  });

  test('is written where the EHR lists it and the scopes allow it, and nowhere else', async () => {
    expect(await writeCompanions(ORDER, ehr, ALL, SETTING, WORDS)).toEqual([
      { what: 'assessment-note', ended: { code: 'written' } },
      { what: 'provenance', ended: { code: 'written' } },
    ]);
    const noteOnly = { ...ALL, scopes: ['patient/DocumentReference.c'] };
    expect(await writeCompanions(ORDER, ehr, noteOnly, SETTING, WORDS)).toHaveLength(1);
    expect(await writeCompanions(ORDER, ehr, { ...ALL, capabilities: null }, SETTING, WORDS)).toEqual([]);
  });

  test('and is refused: told in the own words of the EHR, for each', async () => {
    ehr.faults = { refuse: { status: 422, body: outcome('No notes from apps') } };
    const companions = await writeCompanions(ORDER, ehr, ALL, SETTING, WORDS);
    const refused = { code: 'refused', status: 422, words: 'No notes from apps' };
    expect(companions.map(({ ended }) => ended)).toEqual([refused, refused]);
    expect(companions.map(companionWords)).toEqual([
      'Assessment note: not written (No notes from apps). The draft stands without it.',
      'Record of where the draft came from: not written (No notes from apps). The draft stands without it.',
    ]);
  });

  test('is claimed by one of many reloads, and never for a draft that is not in the journal', async () => {
    const journal = new MemoryJournal();
    const setting = {
      launch: { issuer: ehr.base, patientId: 'p1' },
      journal,
      pause: async () => new Promise<void>(setImmediate),
    };
    expect(await claimCompanions(ORDER, setting)).toBe(false);
    const key = journalKey(setting.launch);
    const begun = await journal.begin(key, { drafts: [{ ...recordOf(ORDER, 0), state: 'written' }] }, 1_000);
    await journal.end(key, begun.entry.version, begun.entry.payload);
    const claims = await Promise.all([1, 2, 3].map(() => claimCompanions(ORDER, setting)));
    expect(claims.filter((claimed) => claimed)).toHaveLength(1);
    const written = [{ what: 'assessment-note', ended: { code: 'written' } }] as const;
    expect(await keepCompanions(ORDER, written, setting)).toBe(true);
    expect(await claimCompanions(ORDER, setting)).toBe(false);
    expect((await journal.read<PatientDrafts>(key))?.payload.drafts[0]?.companions).toEqual(written);
  });
});
