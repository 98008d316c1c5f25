import { expect, test } from 'vitest';
import { contentSecurityPolicy, fixedHeaders } from '#lib/settings/security-headers.ts';
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
  expect(Object.keys(fixedHeaders('https://ldn.example'))).not.toContain('X-Frame-Options');
});

test('a browser that came by https stays with https; on loopback, and where the address is not known, nothing is promised', () => {
  expect(fixedHeaders('https://ldn.example')['Strict-Transport-Security']).toBe('max-age=31536000');
  for (const other of ['http://127.0.0.1:3000', null]) {
    expect(fixedHeaders(other)).not.toHaveProperty('Strict-Transport-Security');
  }
});
