import { validateResource } from '@medplum/core';
import type { Resource } from '@medplum/fhirtypes';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CreateOptions, FhirAnswer, FhirServer, FhirSilence } from '#lib/fhir/fhir-server.ts';
import {
  SCORE_TYPES,
  type ScoreToRecord,
  type ScoreType,
  scoreIdentifier,
  scoreResource,
} from '#lib/order/draft/score-record.ts';
import { writeScore } from '#lib/order/write/write-score.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { answer, silence } from '../../fhir/answers.ts';
import { loadDefinitions } from '../../sandbox/fhir/definitions.ts';

const { score: words } = wordsFor('en');
const SETTING = { author: 'Practitioner/p9', now: '2026-03-02T09:30:00.000Z', words };
const PEG: ScoreToRecord = {
  patientId: 'p1',
  on: '2026-03-02' as CalendarDate,
  measure: 'peg',
  answers: [4, 5, 6],
};
const NOW: ScoreToRecord = { ...PEG, measure: 'pain-now', answers: [3] };

type Stored = { resourceType: string; id: string } & Record<string, unknown>;

/** An EHR of a few resources, whose answers to a create the test chooses. */
class ScoreEhr implements FhirServer {
  readonly base = 'https://ehr.example/fhir';
  readonly kept: Stored[] = [];
  readonly asked: string[] = [];
  #onCreate: (keep: () => Stored) => FhirAnswer | FhirSilence;
  searches = true;

  constructor(onCreate: (keep: () => Stored) => FhirAnswer | FhirSilence) {
    this.#onCreate = onCreate;
  }

  async get(address: string): Promise<FhirAnswer | FhirSilence> {
    this.asked.push(address);
    const [path = '', query] = address.replace(`${this.base}/`, '').split('?');
    if (query === undefined) {
      const one = this.kept.find(({ resourceType, id }) => `${resourceType}/${id}` === path);
      return answer(one === undefined ? 404 : 200, one ?? null);
    }
    if (!this.searches) return silence('timed-out');
    const entry = this.kept
      .filter(({ resourceType }) => resourceType === path)
      .map((resource) => ({ resource }));
    return answer(200, { resourceType: 'Bundle', type: 'searchset', total: entry.length, entry });
  }

  async create(resource: { readonly resourceType: string }, _options?: CreateOptions) {
    return this.#onCreate(() => {
      const stored = { ...(resource as Stored), id: `s${this.kept.length + 1}` };
      this.kept.push(stored);
      return stored;
    });
  }
}

const created = (keep: () => Stored) => {
  const one = keep();
  return answer(201, one, `${one.resourceType}/${one.id}`);
};
const lost = silence('timed-out');
const all = (ehr: FhirServer, score = PEG, types: readonly ScoreType[] = SCORE_TYPES) =>
  writeScore(score, types, ehr, SETTING);

beforeAll(loadDefinitions);

describe('a score, as it is kept', () => {
  test.each(SCORE_TYPES)('%s is valid FHIR R4, with our identifier of the day and the measure', (type) => {
    for (const score of [PEG, NOW]) {
      for (const author of [SETTING.author, null]) {
        const resource = scoreResource(type, score, { ...SETTING, author });
        expect(() => validateResource(resource as unknown as Resource)).not.toThrow();
        expect(JSON.stringify(resource)).toContain(scoreIdentifier(score).value);
      }
    }
  });

  test('as an Observation is the mean with its three answers', () => {
    expect(scoreResource('Observation', PEG, SETTING)).toMatchObject({
      code: { coding: [{ code: '91147-9' }] },
      valueQuantity: { value: 5 },
      component: [
        { valueQuantity: { value: 4 } },
        { valueQuantity: { value: 5 } },
        { valueQuantity: { value: 6 } },
      ],
    });
  });
});

describe('writing it', () => {
  test.each(SCORE_TYPES)('as %s: written, read back, and not twice', async (type) => {
    const ehr = new ScoreEhr(created);
    expect(await all(ehr, PEG, [type])).toMatchObject({ kind: 'written', as: type, location: `${type}/s1` });
    expect(await all(ehr, PEG, [type])).toMatchObject({ kind: 'already', as: type });
    expect(ehr.kept).toHaveLength(1);
  });

  test('what somebody took back is no score: it may be written anew', async () => {
    const ehr = new ScoreEhr(created);
    await all(ehr, PEG, ['QuestionnaireResponse']);
    const [first] = ehr.kept;
    if (first !== undefined) first.status = 'entered-in-error';
    expect(await all(ehr, PEG, ['QuestionnaireResponse'])).toMatchObject({ kind: 'written' });
    expect(ehr.kept).toHaveLength(2);
  });

  test('an answer of a proxy at the address of the score is no score, and no fault of ours', async () => {
    const ehr = new ScoreEhr((keep) => {
      keep();
      return answer(201, null, 'QuestionnaireResponse/of-a-proxy');
    });
    const get = ehr.get.bind(ehr);
    ehr.get = async (address) => (address.endsWith('of-a-proxy') ? answer(200, null) : get(address));
    expect(await all(ehr, PEG, ['QuestionnaireResponse'])).toMatchObject({ kind: 'written' });
  });

  test('goes the next way where the first is refused', async () => {
    const ehr = new ScoreEhr((keep) => {
      const one = keep();
      if (one.resourceType !== 'QuestionnaireResponse') return answer(201, one, null);
      ehr.kept.pop();
      return answer(403, {
        resourceType: 'OperationOutcome',
        issue: [{ severity: 'error', code: 'forbidden' }],
      });
    });
    expect(await all(ehr)).toMatchObject({ kind: 'written', as: 'Observation' });
    expect(ehr.kept.map(({ resourceType }) => resourceType)).toEqual(['Observation']);
  });

  test('a refusal after it was saved is a score that stands', async () => {
    const ehr = new ScoreEhr((keep) => {
      keep();
      return answer(409, null);
    });
    expect(await all(ehr)).toMatchObject({ kind: 'written', as: 'QuestionnaireResponse' });
    expect(ehr.kept).toHaveLength(1);
  });

  test('an answer that was lost is looked for; where nobody can look nothing else is tried', async () => {
    const ehr = new ScoreEhr((keep) => {
      keep();
      return lost;
    });
    expect(await all(ehr)).toMatchObject({ kind: 'written' });
    const deaf = new ScoreEhr(() => lost);
    expect(await all(deaf)).toEqual({ kind: 'not-known', as: 'QuestionnaireResponse' });
    const blind = new ScoreEhr(created);
    blind.searches = false;
    expect(await all(blind)).toEqual({ kind: 'not-known', as: 'QuestionnaireResponse' });
    expect(blind.kept).toEqual([]);
  });

  test('other answers of the same day are told, not overwritten', async () => {
    const ehr = new ScoreEhr(created);
    await all(ehr);
    expect(await all(ehr, { ...PEG, answers: [0, 0, 0] })).toMatchObject({ kind: 'another-stands' });
    expect(ehr.kept).toHaveLength(1);
  });

  test('what the EHR kept otherwise is told', async () => {
    const ehr = new ScoreEhr((keep) => {
      const one = keep();
      Object.assign(one, { item: [] });
      return created(() => one);
    });
    expect(await all(ehr, PEG, ['QuestionnaireResponse'])).toMatchObject({ kind: 'not-as-sent' });
  });

  test('a resource of another patient under our identifier is none of ours', async () => {
    const ehr = new ScoreEhr(created);
    await all(ehr);
    for (const one of ehr.kept) Object.assign(one, { subject: { reference: 'Patient/other' } });
    expect(await all(ehr)).toMatchObject({ kind: 'written', location: 'QuestionnaireResponse/s2' });
  });

  test('an EHR without a place for it is told as that', async () => {
    expect(await all(new ScoreEhr(created), PEG, [])).toEqual({ kind: 'no-place' });
  });

  test('every outcome has its sentence', async () => {
    for (const as of SCORE_TYPES) {
      for (const kind of ['written', 'already', 'another-stands', 'not-as-sent'] as const) {
        expect(words.scoreOutcomeWords({ kind, as, location: `${as}/1` })).toMatch(/\.$/);
      }
      expect(words.scoreOutcomeWords({ kind: 'refused', as, status: 403, words: null })).toContain('403');
    }
    expect(words.scoreOutcomeWords({ kind: 'no-place' })).toContain('takes no score');
  });
});
