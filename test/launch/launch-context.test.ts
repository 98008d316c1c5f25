import { expect, test } from 'vitest';
import { cardContextText } from '#lib/launch/card-context.ts';
import { launchContext } from '#lib/launch/launch-context.ts';

test.each([
  ['http://ehr.example/style.json'],
  ['javascript:alert(1)'],
  ['https://user:secret@ehr.example/style.json'],
  [7],
])('style %s is not taken', (smart_style_url) => {
  expect(launchContext({ patient: 'p1', smart_style_url })).toMatchObject({ styleUrl: null });
});

test.each([
  [{ smart_web_messaging_origin: 'https://ehr.example' }],
  [{ smart_web_messaging_handle: 'h' }],
  [{ smart_web_messaging_origin: '*', smart_web_messaging_handle: 'h' }],
  [{ smart_web_messaging_origin: 'https://ehr.example/path', smart_web_messaging_handle: 'h' }],
])('web messaging needs one origin and a handle: %j', (said) => {
  expect(launchContext({ patient: 'p1', ...said })).toMatchObject({ webMessaging: null });
});

test('an encounter that is no id is no encounter; a patient that is no id is no launch', () => {
  expect(launchContext({ patient: 'p1', encounter: '../x' })).toMatchObject({ encounterId: null });
  for (const patient of ['', 'a/b', 'x'.repeat(65), 7, { id: 'p1' }, ['p1']]) {
    expect(launchContext({ patient })).toMatchObject({ code: 'NO_PATIENT' });
  }
});

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@27
test('an intent nobody knows, and context this app has no use for, change nothing', () => {
  const said = {
    patient: 'p1',
    intent: 'summarise-timeline',
    fhirContext: [{ reference: 'ImagingStudy/1' }, { canonical: 'x' }, 7],
    appContext: 'from a card',
    'something-new': { deep: [] },
  };
  const plain = launchContext({ patient: 'p1' });
  expect(plain).toMatchObject({ patientId: 'p1' });
  for (const more of [{}, { fhirContext: 'no list' }, { intent: { not: 'text' } }])
    expect(launchContext({ ...said, ...more })).toEqual(plain);
});

test('the link of a card brings its uuid along and where it opens; whatever else an EHR puts there is none', () => {
  const card = '3f8c1c0e-8f0a-4d6e-9a55-0c7f3d3c6d11';
  const from = (appContext: unknown) => launchContext({ patient: 'p1', appContext });
  for (const opensAt of ['safety', 'follow-up', 'review'] as const)
    expect(from(cardContextText({ card, opensAt }))).toMatchObject({ link: { card, opensAt } });
  for (const screen of [undefined, null, '../done', 'handout', 7])
    expect(from(JSON.stringify({ from: 'cds', card, screen }))).toMatchObject({
      link: { card, opensAt: 'safety' },
    });
  for (const other of [
    undefined,
    7,
    'text',
    '{"from":"cds","card":"<b>"}',
    '['.repeat(10_000),
    `{"card":"${card}"}`,
  ])
    expect(from(other)).not.toHaveProperty('link');
});
