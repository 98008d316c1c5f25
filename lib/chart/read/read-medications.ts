/** Medications and Substances that rows refer to and that did not come with them: read one by one, together. */

import type { LedgerProblem } from '#lib/chart/ledger.ts';
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import { isObject } from '#lib/fhir/fields.ts';
import { isChartPart, type RawChart, type RawResource, rawResource } from './raw-chart.ts';
import { whyUnread } from './read-problem.ts';
import { References } from './references.ts';

/** POLICY: a Medication names its ingredients, and an ingredient may name its substance; deeper ones stay unresolved. */
const ROUNDS = 3;
/** POLICY: more single reads than this would take longer than a prescriber waits; what is left goes by the name on its row. */
const MOST_READS = 2_000;
/** POLICY: kind to a server that counts connections. */
const AT_ONCE = 16;

/**
 * Reads what the rows refer to, each once. One that the EHR does not have stays unresolved and is asked about; one that could
 * not be read is an incomplete read.
 */
export async function readReferredMedications(
  server: FhirServer,
  raw: RawChart,
): Promise<{ readonly others: readonly RawResource[]; readonly problems: readonly LedgerProblem[] }> {
  const others = [...raw.others];
  const problems: LedgerProblem[] = [];
  const asked = new Set<string>();
  let looked: readonly RawResource[] = [...raw.parts.flatMap((part) => part.rows), ...raw.others];
  for (let round = 0; round < ROUNDS && looked.length > 0; round += 1) {
    const references = new References({ ...raw, others });
    const wanted = new Set<string>();
    for (const address of looked.flatMap(addressesIn)) {
      const source = references.source(address);
      if (!asked.has(source) && references.find(address) === null) wanted.add(source);
    }
    const room = MOST_READS - asked.size;
    if (wanted.size > room) {
      problems.push({
        where: 'Medication',
        what: { code: 'too-many-references' },
        weight: 'note',
      });
    }
    const reading = [...wanted].slice(0, Math.max(0, room));
    for (const source of reading) asked.add(source);
    const read = await inTurns(reading, (source) => readOne(server, source));
    problems.push(...read.flatMap((one) => ('what' in one ? [one] : [])));
    looked = read.flatMap((one) => ('what' in one ? [] : [one]));
    others.push(...looked);
  }
  return { others, problems };
}

/** Not there, or not there any more: the medication stays without a name, and the prescriber is asked. */
const NOT_THERE: ReadonlySet<number> = new Set([404, 410]);

async function readOne(server: FhirServer, source: string): Promise<RawResource | LedgerProblem> {
  const answer = await server.get(source);
  if (answer.kind === 'answer' && answer.status === 200 && isObject(answer.body)) {
    const type = `${answer.body.resourceType}`;
    const resource = rawResource(answer.body, type, null, 1);
    if (resource.source === source) return resource;
    return { where: source, what: { code: 'another-resource' }, weight: 'incomplete' };
  }
  const missing = answer.kind === 'answer' && NOT_THERE.has(answer.status);
  const foreign = answer.kind === 'silence' && answer.why === 'foreign-address';
  return { where: source, what: whyUnread(answer), weight: missing || foreign ? 'note' : 'incomplete' };
}

/** Addresses of Medications and Substances that the drug of a row, or an ingredient, is found under. */
function addressesIn(resource: RawResource): string[] {
  const contained = Array.isArray(resource.json.contained) ? resource.json.contained : [];
  const drug = isChartPart(resource.type) ? [resource.json.medicationReference] : [];
  const ingredients = [resource.json, ...contained].flatMap((one) =>
    isObject(one) && Array.isArray(one.ingredient)
      ? one.ingredient.filter(isObject).flatMap((part) => [part.itemReference, part.substanceReference])
      : [],
  );
  return [...drug, ...ingredients].flatMap((reference) =>
    isObject(reference) && typeof reference.reference === 'string' && isReadable(reference.reference)
      ? [reference.reference]
      : [],
  );
}

function isReadable(address: string): boolean {
  return /(?:^|\/)(?:Medication|Substance)\/[^/]+(?:\/_history\/[^/]+)?$/.test(address);
}

async function inTurns<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    done.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(act))));
  }
  return done;
}
