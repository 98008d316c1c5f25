import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ChartPatient } from '#lib/chart/chart.ts';
import { identityOf } from '#lib/words/en/identity.ts';
import { STEPS } from '#lib/words/shapes.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { ScreenFrame } from '../../app/chart/[launch]/parts/screen-frame.tsx';
import { day } from './judgement-fixture.ts';

const patient = {
  family: 'Sample',
  given: 'Sam',
  birthDate: '1970-03-02',
  sex: 'female',
  recordNumber: '12-34',
};

// verifies: hl7.fhir.uv.smart-app-launch_2.2.0@26
test.each(STEPS)('whose chart it is stands on %s, whatever the EHR says of a banner', (step) => {
  const facts = {
    launchId: 'l',
    identity: identityOf(patient as ChartPatient, day('2026-03-02')),
    ehrName: 'EHR',
    readAt: '14:05',
    writing: '',
    clockApart: null,
    isFollowUp: false,
  };
  const shown = { words: wordsFor('en'), facts, step, children: null };
  const html = renderToStaticMarkup(createElement(ScreenFrame, shown));
  for (const told of ['SAMPLE, Sam', '02-Mar-1970 (56y)', 'Female', '12-34']) expect(html).toContain(told);
});
