import { expect, test } from 'vitest';
import { launchUser } from '#lib/launch/launch-user.ts';

const ISSUER = 'https://ehr.example/fhir/r4';
const named = (claims: Record<string, unknown>, beside: Record<string, unknown> = {}) =>
  launchUser(claims, beside, ISSUER);
const user = (fhirUser: unknown, name?: unknown) => {
  const found = named({ fhirUser, name });
  return 'failed' in found ? found : found.user;
};

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@33
test.each([
  ['Practitioner/d1', 'Practitioner/d1'],
  [`${ISSUER}/Practitioner/d1`, 'Practitioner/d1'],
  [`${ISSUER}/PractitionerRole/r1/_history/2`, 'PractitionerRole/r1'],
])('%s is the prescriber %s', (fhirUser, reference) => {
  expect(user(fhirUser, ' Test Prescriber ')).toEqual({ reference, display: 'Test Prescriber' });
});

test.each([
  'Patient/p1',
  'RelatedPerson/r1',
  `${ISSUER}/Patient/p1/_history/3`,
  'https://portal.example/fhir/RelatedPerson/r1',
])('%s may not use the app', (fhirUser) => {
  expect(user(fhirUser)).toMatchObject({ code: 'USER_NOT_ALLOWED' });
});

test.each([
  undefined,
  7,
  '',
  'Practitioner',
  'Practitioner/',
  'Practitioner/../Patient/p1',
  'Practitioner/d1?x=1',
  'Person/x1',
  'https://other.example/fhir/Practitioner/d1',
  `${ISSUER}.evil.example/Practitioner/d1`,
])('%s names nobody who can be the requester here', (fhirUser) => {
  expect(user(fhirUser)).toBeNull();
});

// The claim of SMART 1.
test.each([
  'Patient/p1',
  'RelatedPerson/r1',
  `${ISSUER}/Patient/p1`,
  'https://portal.example/fhir/Patient/p1',
])('%s by "profile" may not use the app, whatever fhirUser says, signed or beside the token', (person) => {
  const refused = { code: 'USER_NOT_ALLOWED' };
  expect(named({ profile: person })).toMatchObject(refused);
  expect(named({ profile: person, fhirUser: 'Practitioner/d1' })).toMatchObject(refused);
  expect(named({}, { profile: person })).toMatchObject(refused);
  expect(named({ fhirUser: 'Practitioner/d1' }, { fhirUser: person })).toMatchObject(refused);
});

test('a prescriber by "profile" is the requester where fhirUser is missing', () => {
  expect(named({ profile: `${ISSUER}/Practitioner/d1`, name: 'A' })).toEqual({
    user: { reference: 'Practitioner/d1', display: 'A' },
    role: 'prescriber',
  });
});

test.each([
  [{}, {}, 'unknown'],
  [{ fhirUser: 'Person/x1' }, {}, 'unknown'],
  [{ profile: 'https://ehr.example/people/7' }, {}, 'unknown'],
  [{ fhirUser: 'https://other.example/fhir/Practitioner/d1' }, {}, 'prescriber'],
  [{}, { fhirUser: 'Practitioner/d1' }, 'prescriber'],
] as const)(
  '%o, and %o beside the token: nobody is the requester, and the role is %s',
  (claims, beside, role) => {
    expect(named(claims, beside)).toEqual({ user: null, role });
  },
);
