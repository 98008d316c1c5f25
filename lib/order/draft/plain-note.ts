/** A text for people to read in the chart, beside what the app wrote. @see FHIR R4 DocumentReference; LOINC 51847-2 */
import { LOINC } from '#lib/fhir/code-systems.ts';
import type { ownIdentifier } from './own-identifier.ts';

const EVALUATION_AND_PLAN = {
  system: LOINC,
  code: '51847-2',
  display: 'Evaluation + Plan note',
} as const;

interface PlainNote {
  readonly identifier: ReturnType<typeof ownIdentifier>;
  /** "Patient/p1" */
  readonly patient: string;
  /** "Practitioner/p9"; null where the EHR named nobody. */
  readonly author: string | null;
  /** FHIR instant. */
  readonly now: string;
  /** What kind of note it is, what it is about, and what stands above it. */
  readonly words: { readonly type: string; readonly description: string; readonly title: string };
  readonly text: string;
}

/** Without the orders it may belong to: who writes it of an order adds those. */
export function plainNote({ identifier, patient, author, now, words, text }: PlainNote) {
  return {
    resourceType: 'DocumentReference',
    identifier: [identifier],
    status: 'current',
    type: { coding: [EVALUATION_AND_PLAN], text: words.type },
    subject: { reference: patient },
    date: now,
    ...(author === null ? {} : { author: [{ reference: author }] }),
    description: words.description,
    content: [
      {
        attachment: {
          contentType: 'text/plain; charset=utf-8',
          data: Buffer.from(text, 'utf8').toString('base64'),
          title: words.title,
        },
      },
    ],
  } as const;
}
