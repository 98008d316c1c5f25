/** Whom the patient calls, asked of an EHR that says much, little or nothing. */
import { describe, expect, test } from 'vitest';
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { whoToCall } from '#lib/visit/who-to-call.ts';
import { answer, silence } from '../fhir/answers.ts';

const TODAY = '2026-03-02' as CalendarDate;
const USER = { reference: 'Practitioner/p9', display: 'Robin Exemplar (token)' };
const SEARCH = 'PractitionerRole?practitioner=Practitioner%2Fp9&active=true';

const PERSON = {
  resourceType: 'Practitioner',
  id: 'p9',
  name: [{ text: 'Dr. Robin Exemplar' }],
  telecom: [{ system: 'phone', value: '555-0142' }],
};
const ROLE = { resourceType: 'PractitionerRole', id: 'r1', organization: { reference: 'Organization/o1' } };
const CLINIC = {
  resourceType: 'Organization',
  id: 'o1',
  name: 'Exemplar Pain Clinic',
  telecom: [{ system: 'phone', value: '555-0100' }],
};
const found = (...roles: readonly object[]) => ({
  resourceType: 'Bundle',
  entry: roles.map((resource) => ({ resource })),
});

function ehr(answers: Readonly<Record<string, unknown>>): FhirServer {
  return {
    base: 'https://ehr.example/fhir',
    create: () => Promise.reject(new Error('nothing is created for a handout')),
    get: (address) => {
      const body = answers[address];
      if (body === 'slow') return Promise.resolve(silence('timed-out'));
      return Promise.resolve(answer(body === undefined ? 403 : 200, body));
    },
  };
}

const ALL = { 'Practitioner/p9': PERSON, [SEARCH]: found(ROLE), 'Organization/o1': CLINIC };

describe('the handout names', () => {
  test('prescriber and clinic with their numbers, where the EHR lets them be read', async () => {
    expect(await whoToCall(ehr(ALL), USER, TODAY)).toEqual({
      prescriber: { name: 'Dr. Robin Exemplar', phone: '555-0142' },
      clinic: { name: 'Exemplar Pain Clinic', phone: '555-0100' },
    });
  });

  test('the number of the role, which is the one at this clinic', async () => {
    const role = { ...ROLE, telecom: [{ system: 'phone', value: '555-0199' }] };
    const { prescriber } = await whoToCall(ehr({ ...ALL, [SEARCH]: found(role) }), USER, TODAY);
    expect(prescriber.phone).toBe('555-0199');
  });

  test('who is signed in by a role, too', async () => {
    const role = { ...ROLE, practitioner: { reference: 'Practitioner/p9' } };
    const answers = { ...ALL, 'PractitionerRole/r1': role };
    const user = { reference: 'PractitionerRole/r1', display: null };
    expect(await whoToCall(ehr(answers), user, TODAY)).toMatchObject({
      prescriber: { name: 'Dr. Robin Exemplar', phone: '555-0142' },
      clinic: { name: 'Exemplar Pain Clinic' },
    });
  });

  const nobody = { name: null, phone: null };

  test('of several clinics none: nobody knows in which the patient was seen', async () => {
    const { clinic } = await whoToCall(ehr({ ...ALL, [SEARCH]: found(ROLE, ROLE) }), USER, TODAY);
    expect(clinic).toEqual(nobody);
  });

  test.each([
    ['refuses all of it', {}],
    ['is slow', { 'Practitioner/p9': 'slow', [SEARCH]: 'slow' }],
    [
      'answers with something else',
      { 'Practitioner/p9': { resourceType: 'OperationOutcome' }, [SEARCH]: [] },
    ],
    ['answers with a Bundle of nonsense', { [SEARCH]: { resourceType: 'Bundle', entry: [null, 7, {}] } }],
  ])('the user of the launch and lines to write on, where the EHR %s', async (_what, answers) => {
    expect(await whoToCall(ehr(answers), USER, TODAY)).toEqual({
      prescriber: { name: 'Robin Exemplar (token)', phone: null },
      clinic: nobody,
    });
  });

  test('nobody where the EHR named no user', async () => {
    expect(await whoToCall(ehr(ALL), null, TODAY)).toEqual({ prescriber: nobody, clinic: nobody });
  });
});
