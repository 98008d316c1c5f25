import { expect, test } from 'vitest';
import { contentSecurityPolicy, FIXED_HEADERS } from '#lib/settings/security-headers.ts';
import { siteSchema } from '#lib/settings/site.ts';

const site = (...frameAncestors: string[]) =>
  siteSchema.parse({
    issuer: 'https://ehr.example/fhir',
    name: 'EHR',
    clientId: 'c',
    authentication: { method: 'public' },
    frameAncestors,
  });

function directive(policy: string, name: string): string | undefined {
  return policy.split('; ').find((one) => one.startsWith(`${name} `));
}

test('the EHRs of the sites may frame the app, each named once; without one nobody may', () => {
  const sites = [site('https://a.example', 'https://b.example'), site('https://a.example')];
  expect(directive(contentSecurityPolicy('n', sites, false), 'frame-ancestors')).toBe(
    'frame-ancestors https://a.example https://b.example',
  );
  expect(directive(contentSecurityPolicy('n', [], false), 'frame-ancestors')).toBe("frame-ancestors 'none'");
});

test('scripts run by nonce alone; nothing inline, no eval', () => {
  const policy = contentSecurityPolicy('abc', [], false);
  expect(directive(policy, 'script-src')).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(policy).not.toContain('unsafe');
});

test('X-Frame-Options is never sent: it cannot name an EHR', () => {
  expect(Object.keys(FIXED_HEADERS)).not.toContain('X-Frame-Options');
});
