/** Observations, each component and contained panel member as a row of its own. @see FHIR R4 Observation */

import type { Absent, ObservationRow, ObservationValue } from '#lib/chart/chart.ts';
import { conceptTexts } from '#lib/chart/concept.ts';
import { absentReason } from '#lib/chart/read/row-guards.ts';
import { codesOf, type Fields } from '#lib/fhir/fields.ts';
import type { ChartDate } from '#lib/time/fhir-date.ts';
import type { OpenRow } from './open-row.ts';
import { quantityInText, upperLimitInText } from './quantity-in-text.ts';
import { resultState } from './states.ts';

/** One Observation, component or member: what it measures, and how. */
interface Measured {
  readonly fields: Fields;
  readonly vital: Fields;
}

/** Rows of one Observation. A panel's members that stand in the chart as Observations are rows already. */
export function shapeObservation(row: OpenRow): ObservationRow[] {
  const { fields } = row;
  const effective = effectiveOf(fields);
  const status = fields.text('status');
  const components = bothWays(row, 'component').map((one) => measured(row, one, status, effective));
  const whole = measured(row, row, status, effective);
  const within = [...whole.measuredIn, ...conceptTexts(whole.concept)];
  return [
    whole,
    ...[...components, ...containedMembers(row, effective)].map((part) => ({
      ...part,
      measuredIn: [...within, ...part.measuredIn],
    })),
  ];
}

/** The parts of a row, for what they are about and for the rest of them. */
function bothWays({ fields, vital }: Measured, name: string): Measured[] {
  const rest = fields.objects(name);
  return vital.objects(name).flatMap((one, index) => {
    const fields = rest[index];
    return fields === undefined ? [] : [{ fields, vital: one }];
  });
}

function containedMembers(row: OpenRow, panelDate: ChartDate | null): ObservationRow[] {
  const { fields, vital } = row;
  if (!fields.has('hasMember') || !fields.has('contained')) return [];
  const contained = bothWays(row, 'contained');
  return vital.objects('hasMember').flatMap((member) => {
    const address = member.text('reference');
    return contained
      .filter((one) => address === `#${one.vital.json.id}`)
      .map((one) => measured(row, one, one.fields.text('status'), effectiveOf(one.fields) ?? panelDate));
  });
}

function measured(
  { source, version }: OpenRow,
  { fields, vital }: Measured,
  status: string | null,
  effective: ChartDate | null,
): ObservationRow {
  const concept = vital.concept('code') ?? vital.fault('code', 'missing');
  const value = valueIn(fields);
  if (value.kind === 'absent' && value.why === 'not-shared') fields.fault('value', 'withheld');
  return {
    source,
    version,
    concept: concept ?? { codings: [], text: null },
    state: resultState(status),
    status,
    effective,
    value,
    interpretation: fields
      .concepts('interpretation')
      .flatMap((flag) => [...codesOf(flag), ...(flag.text === null ? [] : [flag.text])]),
    referenceHigh: referenceHighOf(fields, value.kind === 'quantity' ? value.unit : null),
    measuredIn: [fields.object('specimen')?.text('display') ?? null].filter((name) => name !== null),
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
  const text = concept?.text ?? fields.text('valueString');
  const written = text === null ? null : quantityInText(text);
  if (written !== null && (concept?.codings ?? []).length === 0) return { kind: 'quantity', ...written };
  if (concept !== null && (concept.codings.length > 0 || concept.text !== null))
    return { kind: 'concept', concept };
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
 * Upper limit of the normal range, in the value's own unit; null where the range is in katals and the value is not, or the other way
 * round. POLICY: the lowest where the laboratory gives several (by age or sex), so that a raised value is not missed.
 */
function referenceHighOf(fields: Fields, unit: string | null): number | null {
  const highs = fields
    .objects('referenceRange')
    .filter((range) => !range.has('type') || codesOf(range.concept('type')).includes('normal'))
    .flatMap((range) => upperLimitOf(range) ?? [])
    .filter((high) => unit === null || high.unit === null || isKatal(unit) === isKatal(high.unit))
    .map(({ value }) => value);
  return highs.length > 0 ? Math.min(...highs) : null;
}

function upperLimitOf(range: Fields): { value: number; unit: string | null } | null {
  const high = range.object('high');
  const value = high?.number('value') ?? null;
  if (high !== null && value !== null) return { value, unit: high.text('unit') ?? high.text('code') };
  const text = range.text('text');
  return text === null ? null : upperLimitInText(text);
}

function isKatal(unit: string): boolean {
  return /kat/i.test(unit);
}
