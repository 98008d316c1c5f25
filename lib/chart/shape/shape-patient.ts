/** The patient, for the identity strip and for the rules about the record itself. @see FHIR R4 Patient */

import type { ChartPatient } from '#lib/chart/chart.ts';
import { codesOf, type Fields } from '#lib/fhir/fields.ts';
import { personName } from './human-name.ts';
import type { OpenRow } from './open-row.ts';

export function shapePatient({ fields, source, version, references }: OpenRow): ChartPatient {
  const { family, given } = personName(fields);
  const diedOn = fields.date('deceasedDateTime');
  const replacedBy = fields
    .objects('link')
    .find((link) => link.text('type') === 'replaced-by')
    ?.object('other')
    ?.text('reference');
  return {
    source,
    version,
    family,
    given,
    birthDate: fields.date('birthDate'),
    sex: fields.text('gender'),
    recordNumber: recordNumberOf(fields),
    deceased: fields.flag('deceasedBoolean') === true || diedOn !== null || fields.has('deceasedDateTime'),
    inactive: fields.flag('active') === false,
    replacedBy: replacedBy == null ? null : references.source(replacedBy),
  };
}

/** A patient of whom nothing could be read: the launch's id and no more. */
export function unreadPatient(source: string): ChartPatient {
  return {
    source,
    version: null,
    family: null,
    given: null,
    birthDate: null,
    sex: null,
    recordNumber: null,
    deceased: false,
    inactive: false,
    replacedBy: null,
  };
}

/** Numbers of papers, not of the chart, and not for a screen. @see HL7 v2 table 0203 */
const PAPERS = new Set(['SS', 'DL', 'PPN', 'SB', 'CZ']);

/** @see HL7 v2 table 0203: MR = medical record number. Where none says so the one people know it by, else any of the EHR's. */
function recordNumberOf(patient: Fields): string | null {
  const identifiers = patient
    .objects('identifier')
    .filter((one) => one.text('value') !== null && one.text('use') !== 'old');
  const numbered =
    identifiers.find((one) => codesOf(one.concept('type')).includes('MR')) ??
    identifiers.find((one) => /\b(MRN|medical record)\b/i.test(one.concept('type')?.text ?? '')) ??
    identifiers.find((one) => one.text('use') === 'usual') ??
    identifiers.find((one) => !isPaper(one));
  return numbered?.text('value') ?? null;
}

function isPaper(identifier: Fields): boolean {
  if (codesOf(identifier.concept('type')).some((code) => PAPERS.has(code))) return true;
  return /ssn|social|passport|driv/i.test(
    `${identifier.text('system') ?? ''} ${identifier.concept('type')?.text ?? ''}`,
  );
}
