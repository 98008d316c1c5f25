/**
 * What goes into the chart beside a draft that stands: where it comes from (Provenance), and the assessment as a note a person reads
 * (DocumentReference).
 * @see FHIR R4 Provenance, DocumentReference
 */
import type { DraftOrder } from './draft-order.ts';
import type { AssessmentWords } from './order-words.ts';
import { ownIdentifier } from './own-identifier.ts';

export interface CompanionSetting {
  /** "MedicationRequest/1" of each draft that stands. */
  readonly locations: readonly string[];
  /** "Practitioner/p9"; null where the EHR named nobody. */
  readonly author: string | null;
  /** FHIR instant. */
  readonly now: string;
  readonly appVersion: string;
  /** "2026-11" */
  readonly tablesOf: string;
}

type AssessedOrder = Pick<DraftOrder, 'identifier' | 'patient' | 'requests' | 'assessment'>;

/** LOINC: Evaluation + Plan note. */
const EVALUATION_AND_PLAN = '51847-2';
const PARTICIPANT = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';

/** Who, with which app and tables, from which rows of the chart. */
export function provenanceOf(
  { requests }: Pick<DraftOrder, 'requests'>,
  setting: CompanionSetting,
  words: AssessmentWords,
) {
  const { locations, author, now } = setting;
  const reads = requests[0]?.supportingInformation ?? [];
  return {
    resourceType: 'Provenance',
    contained: [device(setting, words)],
    target: locations.map((reference) => ({ reference })),
    recorded: now,
    agent: [
      ...(author === null ? [] : [agent('author', { reference: author })]),
      agent('assembler', { reference: '#app' }),
    ],
    ...(reads.length === 0
      ? {}
      : { entity: reads.map(({ reference }) => ({ role: 'source', what: { reference } })) }),
  } as const;
}

/** The checks, the reasons given and the plan, as plain text: the notes of the draft and what concerns the prescriber alone. */
export function assessmentNote(
  { identifier, patient, requests, assessment }: AssessedOrder,
  { locations, author, now, appVersion, tablesOf }: CompanionSetting,
  words: AssessmentWords,
) {
  const notes = assessment ?? requests[0]?.note.map(({ text }) => text) ?? [];
  const text = [...notes, words.madeWith(appVersion, words.tables(tablesOf))].join('\n');
  return {
    resourceType: 'DocumentReference',
    identifier: [ownIdentifier(`${identifier}-note`)],
    status: 'current',
    type: {
      coding: [{ system: 'http://loinc.org', code: EVALUATION_AND_PLAN, display: 'Evaluation + Plan note' }],
      text: words.type,
    },
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
    context: { related: locations.map((reference) => ({ reference })) },
  } as const;
}

function agent(code: 'author' | 'assembler', who: { readonly reference: string }) {
  return { type: { coding: [{ system: PARTICIPANT, code }] }, who };
}

function device({ appVersion, tablesOf }: CompanionSetting, words: AssessmentWords) {
  return {
    resourceType: 'Device',
    id: 'app',
    deviceName: [{ name: 'LDN Titration', type: 'user-friendly-name' }],
    version: [{ value: appVersion }, { value: words.tables(tablesOf) }],
  } as const;
}
