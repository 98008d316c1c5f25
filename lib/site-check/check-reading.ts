/** What of a chart the EHR says that it can answer. */
import { READ_TYPES } from '#lib/chart/read/raw-chart.ts';
import { type CapabilitiesAnswer, readCapabilities } from '#lib/fhir/capabilities.ts';
import { createFhirServer } from '#lib/fhir/create-fhir-server.ts';
import { releaseInFull } from '#lib/fhir/fhir-version.ts';
import { whyUnanswered } from '#lib/launch/discover.ts';
import type { Site } from '#lib/settings/site.ts';
import type { Words } from '#lib/words/words-for.ts';
import type { CheckLine } from './check-line.ts';

/** Without these nothing can be judged. */
export const NEEDED: ReadonlySet<string> = new Set(['Patient', 'MedicationRequest']);

export async function capabilitiesOf(site: Site): Promise<CapabilitiesAnswer> {
  let fault: unknown = null;
  const server = createFhirServer({
    base: site.issuer,
    accessToken: null,
    fetch: (...asked) =>
      fetch(...asked).catch((error: unknown) => {
        fault = error;
        throw error;
      }),
  });
  const answer = await server.get('metadata');
  if (answer.kind === 'silence') {
    return { kind: 'unavailable', why: answer.why === 'unreachable' ? whyUnanswered(fault) : answer.why };
  }
  if (answer.status !== 200) return { kind: 'unavailable', why: `HTTP ${answer.status}` };
  return readCapabilities(answer.body);
}

export function readingLines(words: Words, site: Site, answer: CapabilitiesAnswer): CheckLine[] {
  if (answer.kind === 'other-version') {
    return [
      {
        result: 'stops',
        about: 'capabilities',
        text: `${releaseInFull(answer.fhirVersion)}; this app reads R4 and R4B`,
      },
    ];
  }
  if (answer.kind === 'unavailable') {
    return [
      {
        result: 'stops',
        about: 'capabilities',
        text: `${site.issuer}/metadata: ${words.unread.capabilitiesUnknownWords(answer.why)}`,
      },
    ];
  }
  const { capabilities } = answer;
  const lines: CheckLine[] = [
    {
      result: 'ok',
      about: 'capabilities',
      text: `FHIR ${capabilities.fhirVersion ?? 'of an unnamed version'}`,
    },
  ];
  const way = (type: string) => (type === 'Patient' || type === 'Medication' ? 'read' : 'search-type');
  const missing = READ_TYPES.filter((type) => !capabilities.supports(type, way(type)));
  for (const type of missing) {
    lines.push({
      result: NEEDED.has(type) ? 'stops' : 'misses',
      about: 'reading',
      text: NEEDED.has(type)
        ? `${type} cannot be read`
        : `${type} is not there: every verdict will name it as not seen`,
    });
  }
  for (const type of site.absent.filter((part) => capabilities.supports(part, 'search-type'))) {
    lines.push({
      result: 'misses',
      about: 'reading',
      text: `${type} is called absent in the sites file, but the server has it`,
    });
  }
  if (missing.length === 0)
    lines.push({ result: 'ok', about: 'reading', text: `all ${READ_TYPES.length} resource types` });
  return lines;
}
