/** What a file is that is no JSON, and how its chart can be had as FHIR R4 all the same. */

const AS_FHIR = 'Ask the EHR for the chart as FHIR R4 in JSON, for instance Patient/[id]/$everything';

const FORMATS: readonly (readonly [begins: RegExp, what: string])[] = [
  [/<(\w+:)?ClinicalDocument\b/, `is a C-CDA document (XML), not FHIR. ${AS_FHIR}, or convert it`],
  [
    /xmlns="http:\/\/hl7\.org\/fhir"/,
    'is FHIR in XML. Ask for the same as JSON (Accept: application/fhir+json), or convert it',
  ],
  [/^</, `is XML or HTML, not FHIR in JSON. ${AS_FHIR}`],
  [/^MSH\|/, `is an HL7 version 2 message, not FHIR. ${AS_FHIR}`],
  [/^PK/, 'is a ZIP archive. Unpack it and give the JSON file of one patient'],
  [/^%PDF/, `is a PDF. ${AS_FHIR}`],
];

/** Looked at in the file's beginning alone. */
const BEGINNING = 4_000;

export function formatRefused(text: string): string {
  const beginning = text.slice(0, BEGINNING);
  return (
    FORMATS.find(([begins]) => begins.test(beginning))?.[1] ??
    'is not JSON, or ends too early. A chart is a FHIR R4 Bundle in one JSON file'
  );
}
