import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Fields } from '#lib/fhir/fields.ts';
import { outcomeText } from '#lib/fhir/outcome.ts';
import { launchUser } from '#lib/launch/launch-user.ts';
import { plainLine } from '#lib/order/draft/plain-line.ts';

const MARKS = [...'\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'];
const texts = fc
  .array(fc.oneof(fc.constantFrom(...MARKS), fc.string({ unit: 'grapheme' })))
  .map((parts) => parts.join(''));
const holdsMark = (text: string | null) => MARKS.some((mark) => text?.includes(mark));

test('a medicine that is written backwards by a mark is shown, and recognised, by its letters', () => {
  const fields = new Fields({ text: '\u202enodocyxo\u202c 5 mg', given: ['\u2067Ann\u2069'] }, []);
  expect(fields.text('text')).toBe('nodocyxo 5 mg');
  expect(fields.texts('given')).toEqual(['Ann']);
  expect(new Fields({ text: 'oxy\u200ecodone' }, []).text('text')).toBe('oxycodone');
});

test('names and words of scripts that run from right to left are as they were', () => {
  for (const text of ['משה כהן', 'محمد علي', 'دواء 5 mg']) {
    expect(new Fields({ text }, []).text('text')).toBe(text);
    expect(plainLine(text)).toBe(text);
  }
});

test('no text of a chart, of an EHR about itself, of its user or of a keyboard carries one', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const outcome = { resourceType: 'OperationOutcome', issue: [{ diagnostics: text }] };
      const named = launchUser({ fhirUser: 'Practitioner/d1', name: text }, {}, 'https://ehr.example/fhir');
      const shown = [
        new Fields({ text }, []).text('text'),
        new Fields({ text: [text] }, []).texts('text').join(''),
        new Fields({ code: { coding: [{ display: text }] } }, []).concept('code')?.codings[0]?.display ??
          null,
        new Fields({ text: text.repeat(20_000) }, []).text('text'),
        outcomeText(outcome),
        plainLine(text),
        'user' in named ? (named.user?.display ?? null) : null,
      ];
      expect(shown.filter(holdsMark)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('a text of marks alone is no text', () => {
  expect(new Fields({ text: MARKS.join('') }, []).text('text')).toBeNull();
});
