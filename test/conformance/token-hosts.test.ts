import { expect, test } from 'vitest';
import { createFhirServer } from '#lib/fhir/create-fhir-server.ts';

const BASE = 'https://ehr.example/fhir/r4';

function spied(answer: () => Response) {
  const asked: string[] = [];
  const server = createFhirServer({
    base: BASE,
    accessToken: async () => 'token',
    fetch: async (address, init) => {
      asked.push(`${address} ${new Headers(init?.headers).get('authorization')}`);
      return answer();
    },
  });
  return { server, asked };
}

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@28
test.each([
  'https://evil.example/fhir/r4/Patient/p1',
  'https://ehr.example/other/Patient/p1',
  'https://ehr.example.evil.example/fhir/r4/Patient/p1',
  'https://ehr.example@evil.example/fhir/r4/Patient/p1',
  'http://ehr.example/fhir/r4/Patient/p1',
  '//evil.example/fhir/r4/Patient/p1',
  '../../other/Patient/p1',
])('a reference or next link to %s is not asked for', async (address) => {
  const { server, asked } = spied(() => Response.json({}));
  expect(await server.get(address)).toMatchObject({ why: 'foreign-address' });
  expect(asked).toEqual([]);
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@28
test('the token goes to the FHIR base alone: a redirect or a Location elsewhere is not followed', async () => {
  const elsewhere = { location: 'https://evil.example/fhir/r4/Patient/p1' };
  const redirected = spied(() => new Response(null, { status: 302, headers: elsewhere }));
  await redirected.server.get('Patient/p1');
  const created = spied(() => new Response(null, { status: 201, headers: elsewhere }));
  await created.server.create({ resourceType: 'MedicationRequest' });
  expect(redirected.asked).toEqual([`${BASE}/Patient/p1 Bearer token`]);
  expect(created.asked).toEqual([`${BASE}/MedicationRequest Bearer token`]);
});
