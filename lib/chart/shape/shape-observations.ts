/** Observations, each component and contained panel member as a row of its own. @see FHIR R4 Observation */

import type { Absent, ChartDate, ObservationRow, ObservationValue } from '#lib/chart/chart.ts';
import { absentReason } from '#lib/chart/read/row-guards.ts';
import { codesOf, type Fields } from '#lib/fhir/fields.ts';
import type { OpenRow } from './open-row.ts';

/** Rows of one Observation. A panel's members that stand in the chart as Observations are rows already. */
export function shapeObservation(row: OpenRow): ObservationRow[] {
  const { fields } = row;
  const effective = effectiveOf(fields);
  const status = fields.text('status');
  const components = fields
    .objects('component')
    .map((component) => measured(row, component, status, effective));
  return [measured(row, fields, status, effective), ...components, ...containedMembers(row, effective)];
}

function containedMembers(row: OpenRow, panelDate: ChartDate | null): ObservationRow[] {
  const { fields } = row;
  if (!fields.has('hasMember') || !fields.has('contained')) return [];
  const contained = fields.objects('contained');
  return fields.objects('hasMember').flatMap((member) => {
    const address = member.text('reference');
    const found = contained.find((one) => address === `#${one.json.id}`);
    if (found === undefined) return [];
    return [measured(row, found, found.text('status'), effectiveOf(found) ?? panelDate)];
  });
}

function measured(
  { source, version }: OpenRow,
  fields: Fields,
  status: string | null,
  effective: ChartDate | null,
): ObservationRow {
  const concept = fields.concept('code') ?? fields.fault('code', 'is missing');
  return {
    source,
    version,
    concept: concept ?? { codings: [], text: null },
    status,
    effective,
    value: valueIn(fields),
    interpretation: fields
      .concepts('interpretation')
      .flatMap((flag) => [...codesOf(flag), ...(flag.text === null ? [] : [flag.text])]),
    referenceHigh: referenceHighOf(fields),
  };
}

function effectiveOf(fields: Fields): ChartDate | null {
  const period = fields.object('effectivePeriod');
  return (
    fields.date('effectiveDateTime') ??
    fields.date('effectiveInstant') ??
    period?.date('end') ??
    period?.date('start') ??
    null
  );
}

function valueIn(fields: Fields): ObservationValue {
  const quantity = fields.object('valueQuantity');
  const value = quantity?.number('value') ?? null;
  if (quantity !== null && value !== null) {
    const unit = quantity.text('unit') ?? quantity.text('code');
    return { kind: 'quantity', value, unit, comparator: quantity.text('comparator') };
  }
  const whole = fields.number('valueInteger');
  if (whole !== null) return { kind: 'quantity', value: whole, unit: null, comparator: null };
  const concept = fields.concept('valueCodeableConcept');
  if (concept !== null && (concept.codings.length > 0 || concept.text !== null))
    return { kind: 'concept', concept };
  const text = fields.text('valueString');
  if (text !== null) return { kind: 'text', text };
  const flag = fields.flag('valueBoolean');
  if (flag !== null) return { kind: 'text', text: String(flag) };
  return { kind: 'absent', why: whyAbsent(fields) };
}

/** @see FHIR R4 data-absent-reason code system */
const NOT_SHARED = new Set(['masked', 'not-permitted']);
const NOT_READABLE = new Set([
  'unsupported',
  'as-text',
  'error',
  'not-a-number',
  'negative-infinity',
  'positive-infinity',
]);

function whyAbsent(fields: Fields): Absent {
  const given = Object.keys(fields.json).filter((name) => /^_?value[A-Z]/.test(name) && fields.has(name));
  const reasons = [
    ...codesOf(fields.concept('dataAbsentReason')),
    ...given.flatMap((name) => absentReason(fields.json[name]) ?? []),
  ];
  if (reasons.some((reason) => NOT_SHARED.has(reason))) return 'not-shared';
  if (reasons.some((reason) => NOT_READABLE.has(reason))) return 'not-readable';
  return reasons.length === 0 && given.length > 0 ? 'not-readable' : 'not-recorded';
}

/**
 * Upper limit of the normal range. POLICY: the lowest where the laboratory gives several (by age or sex), so that a raised
 * value is not missed.
 */
function referenceHighOf(fields: Fields): number | null {
  const highs = fields
    .objects('referenceRange')
    .filter((range) => !range.has('type') || codesOf(range.concept('type')).includes('normal'))
    .flatMap((range) => range.object('high')?.number('value') ?? []);
  return highs.length > 0 ? Math.min(...highs) : null;
}
