import { expect, test } from 'vitest';
import { launchUser } from '#lib/launch/launch-user.ts';

const ISSUER = 'https://ehr.example/fhir/r4';
const user = (fhirUser: unknown, name?: unknown) => launchUser({ fhirUser, name }, ISSUER);

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
