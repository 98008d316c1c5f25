/** A score that this app wrote before, in whichever resource this EHR takes: the search is read to its end, or counts as not read. */

import { type FhirServer, resourceOf } from '#lib/fhir/fhir-server.ts';
import { Fields } from '#lib/fhir/fields.ts';
import { namesPatient } from '#lib/fhir/names-patient.ts';
import { readPages, resourcesIn } from '#lib/fhir/paging.ts';
import { type ScoreToRecord, type ScoreType, scoreIdentifier } from '#lib/order/draft/score-record.ts';

export interface KeptScore {
  readonly location: string;
  /** In the order of the questions; null where this resource holds none that can be read. */
  readonly answers: readonly number[] | null;
  /** The text of a note as it stands; null where the score is no note. */
  readonly text: string | null;
}

/** Null where nobody could look. */
export async function findScore(
  server: FhirServer,
  type: ScoreType,
  score: ScoreToRecord,
): Promise<readonly KeptScore[] | null> {
  const { system, value } = scoreIdentifier(score);
  const token = encodeURIComponent(`${system}|${value}`);
  const patient = encodeURIComponent(score.patientId);
  const { pages, lost } = await readPages(server, `${type}?patient=${patient}&identifier=${token}`);
  if (lost !== null) return null;
  return resourcesIn(pages)
    .filter((one) => one.text('resourceType') === type && isOf(one, score) && !isVoid(one))
    .map(keptScore);
}

/** What stands at an address that an answer named; null where it is not there, not this score or cannot be read. */
export async function scoreAt(
  server: FhirServer,
  location: string,
  score: ScoreToRecord,
): Promise<KeptScore | null> {
  const resource = resourceOf(await server.get(location));
  if (resource === null) return null;
  const fields = new Fields(resource, []);
  return isOf(fields, score) ? keptScore(fields) : null;
}

/** Somebody took it back: it is no score any more, and may be given anew. */
const TAKEN_BACK = new Set(['entered-in-error', 'cancelled']);

function isVoid(resource: Fields): boolean {
  return TAKEN_BACK.has(resource.text('status') ?? '');
}

function isOf(resource: Fields, score: ScoreToRecord): boolean {
  const { system, value } = scoreIdentifier(score);
  const own = resource.object('identifier');
  const identifiers = own === null ? resource.objects('identifier') : [own];
  const subject = resource.object('subject')?.text('reference') ?? '';
  return (
    identifiers.some((one) => one.text('system') === system && one.text('value') === value) &&
    namesPatient(subject, score.patientId)
  );
}

function keptScore(resource: Fields): KeptScore {
  const type = resource.text('resourceType') ?? '';
  return {
    location: `${type}/${resource.text('id') ?? ''}`,
    answers: type === 'DocumentReference' ? null : answersIn(resource),
    text: type === 'DocumentReference' ? noteText(resource) : null,
  };
}

function answersIn(resource: Fields): readonly number[] | null {
  const items = resource.objects('item');
  const parts = resource.objects('component');
  const values =
    items.length > 0
      ? items.map((item) => numberOf(item.objects('answer')[0]))
      : parts.length > 0
        ? parts.map((part) => part.object('valueQuantity')?.number('value') ?? null)
        : [resource.object('valueQuantity')?.number('value') ?? null];
  return values.every((value) => value !== null) ? values : null;
}

function numberOf(answer: Fields | undefined): number | null {
  return answer?.number('valueDecimal') ?? answer?.number('valueInteger') ?? null;
}

function noteText(resource: Fields): string | null {
  const data = resource.objects('content')[0]?.object('attachment')?.text('data') ?? null;
  return data === null ? null : Buffer.from(data, 'base64').toString('utf8');
}
