/**
 * What goes into the chart beside a draft that stands: where it comes from (Provenance), and the assessment as a note a person reads
 * (DocumentReference).
 * @see FHIR R4 Provenance, DocumentReference
 */
import type { DraftOrder } from './draft-order.ts';
import type { AssessmentWords } from './order-words.ts';
import { ownIdentifier } from './own-identifier.ts';
import { plainNote } from './plain-note.ts';

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
    ...plainNote({ identifier: ownIdentifier(`${identifier}-note`), patient, author, now, words, text }),
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
