import { expect, test } from 'vitest';
import type { Discovery } from '#lib/launch/discover.ts';
import { scopesToAsk } from '#lib/launch/scopes.ts';
import { siteSchema } from '#lib/settings/site.ts';
import { secondSite } from './second-ehr.ts';

const discovery = (capabilities: string[], scopesSupported: string[] = []): Discovery => ({
  identityIssuer: null,
  authorizationEndpoint: 'https://ehr.example/a',
  tokenEndpoint: 'https://ehr.example/t',
  jwksUri: null,
  capabilities,
  scopesSupported,
  promisesIssuer: false,
});
const site = siteSchema.parse(secondSite);

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@30 hl7.fhir.uv.smart-app-launch_2.2.0@31
test.each([
  ['both versions', ['permission-v1', 'permission-v2'], [], 'v2'],
  ['v1 alone', ['permission-v1'], [], 'v1'],
  ['v2 alone', ['permission-v2'], ['patient/Patient.read'], 'v2'],
  ['neither, v1 scopes listed', ['launch-ehr'], ['launch', 'patient/*.*'], 'v1'],
  ['neither, v2 scopes listed', ['launch-ehr'], ['launch', 'patient/*.rs'], 'v2'],
  ['nothing at all', [], [], 'v2'],
])('an EHR that names %s', (_name, capabilities, supported, version) => {
  const scopes = scopesToAsk(discovery(capabilities, supported), site, true);
  expect(scopes.includes('patient/Condition.rs')).toBe(version === 'v2');
  expect(scopes.includes('patient/Condition.read')).toBe(version === 'v1');
});

const shapes = (scopes: readonly string[]) => scopes.filter((scope) => scope.startsWith('patient/'));

test.each([
  ['copy', ['permission-v2'], 'patient/MedicationRequest.rs'],
  ['web-messaging', ['permission-v2'], 'patient/MedicationRequest.rs'],
  ['fhir-draft', ['permission-v2'], 'patient/MedicationRequest.crs'],
  ['copy', ['permission-v1'], 'patient/MedicationRequest.read'],
  ['fhir-draft', ['permission-v1'], 'patient/MedicationRequest.write'],
] as const)('rung %s of an EHR that knows %s: %s', (rung, capabilities, orders) => {
  const asked = scopesToAsk(
    discovery([...capabilities]),
    siteSchema.parse({ ...secondSite, writeBack: { rung } }),
    true,
  );
  expect(asked).toContain(orders);
  const creates = shapes(asked).filter((scope) => /\.(c|crs|write)$/.test(scope));
  expect(creates.length > 0).toBe(rung !== 'copy');
  expect(creates.some((scope) => scope.includes('MedicationRequest'))).toBe(rung === 'fhir-draft');
  expect(asked.some((scope) => scope.startsWith('user/'))).toBe(false);
});

test('whom the patient calls is read only where the EHR lists the very scope', () => {
  const supported = [
    'user/Practitioner.r',
    'user/PractitionerRole.rs',
    'user/Organization.read',
    'user/*.cruds',
  ];
  const users = (scopes: readonly string[]) => scopes.filter((scope) => scope.startsWith('user/'));
  expect(users(scopesToAsk(discovery(['permission-v2'], supported), site, true))).toEqual(
    supported.slice(0, 3),
  );
  expect(users(scopesToAsk(discovery(['permission-v2'], ['user/*.cruds']), site, true))).toEqual([]);
});

test('what the EHR is known not to have is not asked for', () => {
  const absent = ['Appointment', 'MedicationAdministration'] as const;
  const asked = scopesToAsk(discovery([]), siteSchema.parse({ ...secondSite, absent }), true);
  for (const part of absent) expect(asked.join(' ')).not.toContain(part);
  expect(shapes(asked)).toHaveLength(shapes(scopesToAsk(discovery([]), site, true)).length - 2);
});

test('a site that names its scopes is asked for those alone, and for the launch as it was opened', () => {
  const scopes = ['openid', 'launch', 'patient/Patient.read', 'user/MedicationRequest.read'];
  const named = siteSchema.parse({ ...secondSite, scopes });
  expect(scopesToAsk(discovery(['permission-v2']), named, true)).toEqual([
    'launch',
    'openid',
    'patient/Patient.read',
    'user/MedicationRequest.read',
  ]);
  expect(scopesToAsk(discovery([]), named, false)[0]).toBe('launch/patient');
  expect(siteSchema.safeParse({ ...secondSite, scopes: ['two words'] }).success).toBe(false);
  expect(siteSchema.safeParse({ ...secondSite, scopes: [] }).success).toBe(false);
});

test('each scope is asked once, and the scratchpad of the EHR only where the site writes there', () => {
  const scopes = scopesToAsk(discovery(['permission-v2']), site, true);
  expect(new Set(scopes).size).toBe(scopes.length);
  expect(scopes).not.toContain('messaging/scratchpad');
  const messaging = siteSchema.parse({ ...secondSite, writeBack: { rung: 'web-messaging' } });
  expect(scopesToAsk(discovery([]), messaging, true)).toContain('messaging/scratchpad');
});
