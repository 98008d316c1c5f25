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

test('each scope is asked once, and the scratchpad of the EHR only where the site writes there', () => {
  const scopes = scopesToAsk(discovery(['permission-v2']), site, true);
  expect(new Set(scopes).size).toBe(scopes.length);
  expect(scopes).not.toContain('messaging/scratchpad');
  const messaging = siteSchema.parse({ ...secondSite, writeBack: { rung: 'web-messaging' } });
  expect(scopesToAsk(discovery([]), messaging, true)).toContain('messaging/scratchpad');
});
