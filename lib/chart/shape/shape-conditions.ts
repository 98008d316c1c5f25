/** Conditions, allergies and encounters as rows of the chart. */

import type { AllergyRow, ConditionRow, EncounterRow } from '#lib/chart/chart.ts';
import type { References } from '#lib/chart/read/references.ts';
import { codesOf, type Fields } from '#lib/fhir/fields.ts';
import type { OpenRow } from './open-row.ts';
import { clinicalState, encounterState, isRefuted } from './states.ts';

/** @see FHIR R4 Condition */
export function shapeCondition({ fields, vital, source, version, references }: OpenRow): ConditionRow {
  const onset = fields.object('onsetPeriod');
  const abatement = fields.object('abatementPeriod');
  const [encounter] = addressesOf(references, [fields.object('encounter')]);
  return {
    source,
    version,
    concept: vital.concept('code') ??
      vital.fault('code', 'missing') ?? {
        codings: [],
        text: null,
      },
    ...statusesOf(fields),
    categories: fields.concepts('category').flatMap(codesOf),
    onset: fields.date('onsetDateTime') ?? onset?.date('start') ?? null,
    abatement: fields.date('abatementDateTime') ?? abatement?.date('end') ?? null,
    recorded: fields.date('recordedDate'),
    encounter: encounter ?? null,
  };
}

function statusesOf(fields: Fields) {
  const clinicalStatus = firstCode(fields, 'clinicalStatus');
  const verificationStatus = firstCode(fields, 'verificationStatus');
  return {
    state: clinicalState(clinicalStatus),
    isRefuted: isRefuted(verificationStatus),
    clinicalStatus,
    verificationStatus,
  };
}

/** @see FHIR R4 AllergyIntolerance: the code, and the substance of each reaction */
export function shapeAllergy({ fields, vital, source, version }: OpenRow): AllergyRow {
  const onset = fields.object('onsetPeriod');
  const reactions = vital.objects('reaction').map((reaction) => reaction.concept('substance'));
  const substances = [vital.concept('code'), ...reactions].filter((one) => one !== null);
  if (substances.length === 0) vital.fault('code', 'missing');
  return {
    source,
    version,
    substances,
    ...statusesOf(fields),
    recorded: fields.date('recordedDate'),
    onset: fields.date('onsetDateTime') ?? onset?.date('start') ?? null,
  };
}

/** @see FHIR R4 Encounter */
export function shapeEncounter({ fields, vital, source, version, references }: OpenRow): EncounterRow {
  const period = fields.object('period');
  const diagnoses = vital.objects('diagnosis').map((diagnosis) => diagnosis.object('condition'));
  return {
    source,
    version,
    state: encounterState(fields.text('status')),
    status: fields.text('status'),
    class: fields.object('class')?.text('code') ?? null,
    start: period?.date('start') ?? null,
    end: period?.date('end') ?? null,
    reasons: vital.concepts('reasonCode'),
    conditions: addressesOf(references, [...diagnoses, ...vital.objects('reasonReference')]),
  };
}

function firstCode(fields: Fields, name: string): string | null {
  return codesOf(fields.concept(name))[0] ?? null;
}

function addressesOf(references: References, candidates: readonly (Fields | null)[]): string[] {
  const addresses = candidates.flatMap((candidate) => candidate?.text('reference') ?? []);
  return [...new Set(addresses.map((address) => references.source(address)))];
}
