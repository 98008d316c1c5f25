/** A FHIR server of another version is named at the launch: read as R4, its medicines would look missing. */
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { appBesideEhr } from './app-beside-ehr.ts';
import { Browser, codeOf } from './browser.ts';
import { ISSUER } from './second-ehr.ts';

const { ehr } = appBesideEhr();

const OTHERS = [
  [{ resourceType: 'Conformance', fhirVersion: '1.0.2' }, 'FHIR R2 (DSTU2), version 1.0.2'],
  [{ resourceType: 'Conformance' }, 'FHIR R2 (DSTU2), version 1.0.2'],
  [{ resourceType: 'CapabilityStatement', fhirVersion: '3.0.2' }, 'FHIR R3 (STU3), version 3.0.2'],
  [{ resourceType: 'CapabilityStatement', fhirVersion: '5.0.0' }, 'FHIR R5, version 5.0.0'],
] as const;

const serves = (statement: object) =>
  ehr.server.use(http.get(`${ISSUER}/metadata`, () => HttpResponse.json(statement)));

test.each(OTHERS)('a server with %o: %s', async (statement, name) => {
  serves(statement);
  expect(await new Browser().launch(ehr)).toMatchObject({
    code: 'OTHER_FHIR_VERSION',
    detail: `${ISSUER} speaks ${name}`,
  });
});

test('one that is too old to tell how to sign in is named as well', async () => {
  serves(OTHERS[0][0]);
  ehr.server.use(
    http.get(`${ISSUER}/.well-known/smart-configuration`, () => new HttpResponse(null, { status: 404 })),
  );
  await expect(new Browser().begin()).rejects.toThrow(/OTHER_FHIR_VERSION.*R2 \(DSTU2\)/);
});

test.each([
  ['R4B', { resourceType: 'CapabilityStatement', fhirVersion: '4.3.0', rest: [] }],
  ['nothing', {}],
  [
    'no version',
    { resourceType: 'CapabilityStatement', rest: [{ mode: 'server', resource: [{ type: 'Patient' }] }] },
  ],
])('a server that says %s of itself is launched from', async (_name, statement) => {
  serves(statement);
  expect(codeOf(await new Browser().launch(ehr))).toBe('none');
});

test('a server that does not answer what it can do is launched from', async () => {
  ehr.server.use(http.get(`${ISSUER}/metadata`, () => new HttpResponse(null, { status: 500 })));
  expect(codeOf(await new Browser().launch(ehr))).toBe('none');
});
