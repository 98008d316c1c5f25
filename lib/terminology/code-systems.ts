/** Which code system a coding belongs to, in all the spellings that charts use. */

export type CodeSystem = 'RxNorm' | 'NDC' | 'SNOMED CT' | 'ATC' | 'UNII' | 'DrugBank' | 'CVX' | 'GTIN';

/**
 * Canonical URIs, FHIR's OIDs and common short names, without scheme, "www." and trailing slash, in lower case.
 * @see FHIR R4 terminologies-systems; HL7 OID registry
 */
const SYSTEMS: ReadonlyMap<string, CodeSystem> = new Map([
  ['nlm.nih.gov/research/umls/rxnorm', 'RxNorm'],
  ['2.16.840.1.113883.6.88', 'RxNorm'],
  ['rxnorm', 'RxNorm'],
  ['rxcui', 'RxNorm'],
  ['hl7.org/fhir/sid/ndc', 'NDC'],
  ['2.16.840.1.113883.6.69', 'NDC'],
  ['ndc', 'NDC'],
  ['snomed.info/sct', 'SNOMED CT'],
  ['snomed.info/id', 'SNOMED CT'],
  ['2.16.840.1.113883.6.96', 'SNOMED CT'],
  ['snomed', 'SNOMED CT'],
  ['snomed ct', 'SNOMED CT'],
  ['snomed-ct', 'SNOMED CT'],
  ['snomedct', 'SNOMED CT'],
  ['sct', 'SNOMED CT'],
  ['dmd.nhs.uk', 'SNOMED CT'],
  ['2.16.840.1.113883.2.1.3.2.4.15', 'SNOMED CT'],
  ['dm+d', 'SNOMED CT'],
  ['whocc.no/atc', 'ATC'],
  ['whocc.no/atc_ddd_index', 'ATC'],
  ['2.16.840.1.113883.6.73', 'ATC'],
  ['fhir.de/codesystem/bfarm/atc', 'ATC'],
  ['fhir.de/codesystem/dimdi/atc', 'ATC'],
  ['fhir.de/codesystem/atc', 'ATC'],
  ['atc', 'ATC'],
  ['fdasis.nlm.nih.gov', 'UNII'],
  ['2.16.840.1.113883.4.9', 'UNII'],
  ['unii', 'UNII'],
  ['drugbank.ca', 'DrugBank'],
  ['drugbank.com', 'DrugBank'],
  ['go.drugbank.com', 'DrugBank'],
  ['drugbank', 'DrugBank'],
  ['hl7.org/fhir/sid/cvx', 'CVX'],
  ['2.16.840.1.113883.12.292', 'CVX'],
  ['gs1.org/gtin', 'GTIN'],
  ['2.51.1.1', 'GTIN'],
  ['gtin', 'GTIN'],
]);
/** "http://snomed.info/sct/900000000000207008/version/20250901" is SNOMED CT as well. */
const SNOMED_EDITION = 'snomed.info/sct/';
/** National copies of the ATC index: any system with "atc" as a part of its path ("urn:oid:...:atc", ".../atc-ddd"). */
const ATC_PART = /(?:^|[/:._-])atc(?:$|[/:._-])/;
/** A server's own address of a copy: "https://terminology.example/CodeSystem/rxnorm". Its last part alone, whole. */
const LAST_PART: ReadonlyMap<string, CodeSystem> = new Map([
  ['rxnorm', 'RxNorm'],
  ['rxcui', 'RxNorm'],
  ['ndc', 'NDC'],
  ['ndc10', 'NDC'],
  ['ndc11', 'NDC'],
  ['sct', 'SNOMED CT'],
  ['snomed', 'SNOMED CT'],
  ['snomedct', 'SNOMED CT'],
  ['snomed-ct', 'SNOMED CT'],
  ['dmd', 'SNOMED CT'],
  ['unii', 'UNII'],
  ['gtin', 'GTIN'],
]);
const MAX_SYSTEM_LENGTH = 300;

/** The code system that a `system` means, or null for an absent, local or unknown one. */
export function codeSystem(system: string | null): CodeSystem | null {
  if (system === null || system.length > MAX_SYSTEM_LENGTH) return null;
  let name = system.trim().toLowerCase();
  const version = name.indexOf('|');
  if (version >= 0) name = name.slice(0, version);
  name = name
    .replace(/^(?:https?:\/\/|urn:oid:|oid:|urn:)/, '')
    .replace(/^www\./, '')
    .replace(/[/#]+$/, '');
  const known = SYSTEMS.get(name);
  if (known) return known;
  if (name.startsWith(SNOMED_EDITION)) return 'SNOMED CT';
  if (ATC_PART.test(name)) return 'ATC';
  return LAST_PART.get(name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1)) ?? null;
}

/**
 * Systems with numbers of their own that no table here holds: Medi-Span (drug descriptor, GPI), First Databank, Multum, GSN, VANDF,
 * MED-RT, HCPCS, CPT. A number means what its system says: Medi-Span 7052 is not RxNorm 7052.
 * @see HL7 OID registry, terminology.hl7.org
 */
const OTHER_SYSTEMS =
  /2\.16\.840\.1\.113883\.6\.(?:253|162|68|64|312|314|27|208|209|349|345|285|12|59)$|medi-?span|fdbhealth|first-?databank|nddf|multum|vandf|med-?rt|\bgpi\b|hcpcs|loinc/i;

/** Whether a `system` is a known one whose codes are not looked up in another system's table. */
export const isOtherSystem = (system: string | null): boolean =>
  system !== null && system.length <= MAX_SYSTEM_LENGTH && OTHER_SYSTEMS.test(system.trim());
