/** A row of the chart word for word, so that a prescriber can check our reading of it against the record. */

import type {
  AllergyRow,
  Chart,
  ChartConcept,
  ConditionRow,
  DosageLine,
  EncounterRow,
  MedicationRow,
  ObservationRow,
  ProcedureRow,
  Source,
} from '#lib/chart/chart.ts';
import type { ChartDate } from '#lib/time/fhir-date.ts';
import type { ChartLine } from '../shapes.ts';
import { chartDate } from './dates.ts';
import { medicationName } from './rows.ts';

const NOT_RECORDED = 'Not recorded';

const MEDICATION_KINDS: Readonly<Record<MedicationRow['kind'], string>> = {
  request: 'Medication order',
  statement: 'Medication statement',
  dispense: 'Dispensed medication',
  administration: 'Administered medication',
};

const PROCEDURE_KINDS: Readonly<Record<ProcedureRow['kind'], string>> = {
  procedure: 'Procedure',
  appointment: 'Appointment',
  'service-request': 'Order for a service',
};

function fact(label: string, value: string | null) {
  return { label, value: value === null || value === '' ? NOT_RECORDED : value };
}

function dateFact(label: string, value: ChartDate | null) {
  return fact(label, value === null ? null : chartDate(value));
}

/** Every text and display once, then codes that came without any. */
function conceptWords(concept: ChartConcept): string {
  const words = [concept.text, ...concept.codings.map((coding) => coding.display)].filter(
    (text): text is string => text !== null && text !== '',
  );
  const shown = words.length > 0 ? words : concept.codings.map((coding) => coding.code ?? '').filter(Boolean);
  return shown.length > 0 ? [...new Set(shown)].join('; ') : NOT_RECORDED;
}

function dosageWords(lines: readonly DosageLine[]): string | null {
  const texts = lines.map((line) => line.text).filter((text): text is string => text !== null);
  return texts.length > 0 ? texts.join('; ') : null;
}

function daysText(days: number | null): string | null {
  return days === null ? null : `${days} ${days === 1 ? 'day' : 'days'}`;
}

function medicationDates(row: MedicationRow) {
  switch (row.kind) {
    case 'request':
      return [
        dateFact('Written', row.authoredOn),
        fact('Supply', daysText(row.supplyDays)),
        ...(row.validityEnd === null ? [] : [dateFact('Valid until', row.validityEnd)]),
        ...(row.repeats === null ? [] : [fact('Repeats', String(row.repeats))]),
      ];
    case 'statement':
      return [dateFact('From', row.effectiveStart), dateFact('To', row.effectiveEnd)];
    case 'dispense':
      return [
        row.whenHandedOver === null
          ? dateFact('Prepared', row.whenPrepared)
          : dateFact('Handed over', row.whenHandedOver),
        fact('Supply', daysText(row.daysSupply)),
      ];
    case 'administration':
      return [dateFact('Given', row.effectiveStart ?? row.effectiveEnd)];
  }
}

function medicationLine(row: MedicationRow): ChartLine {
  return {
    source: row.source,
    kind: MEDICATION_KINDS[row.kind],
    words: medicationName(row.words),
    facts: [
      fact('Status', row.status),
      ...(row.kind === 'request' ? [fact('Intent', row.intent)] : []),
      ...medicationDates(row),
      fact('Directions', dosageWords(row.dosage)),
      fact('Recorded by', row.author),
    ],
  };
}

function allergyLine(row: AllergyRow): ChartLine {
  return {
    source: row.source,
    kind: 'Allergy or intolerance',
    words: row.substances.map(conceptWords).join('; '),
    facts: [
      fact('Status', row.clinicalStatus),
      fact('Verification', row.verificationStatus),
      dateFact('Recorded', row.recorded ?? row.onset),
    ],
  };
}

function conditionLine(row: ConditionRow): ChartLine {
  return {
    source: row.source,
    kind: 'Problem',
    words: conceptWords(row.concept),
    facts: [
      fact('Status', row.clinicalStatus),
      fact('Verification', row.verificationStatus),
      dateFact('Since', row.onset ?? row.recorded),
      ...(row.abatement === null ? [] : [dateFact('Until', row.abatement)]),
    ],
  };
}

function observationValue(row: ObservationRow): string | null {
  switch (row.value.kind) {
    case 'quantity':
      return `${row.value.comparator ?? ''}${row.value.value}${row.value.unit === null ? '' : ` ${row.value.unit}`}`;
    case 'concept':
      return conceptWords(row.value.concept);
    case 'text':
      return row.value.text;
    case 'absent':
      return null;
  }
}

function observationLine(row: ObservationRow): ChartLine {
  return {
    source: row.source,
    kind: 'Result',
    words: conceptWords(row.concept),
    facts: [
      fact('Value', observationValue(row)),
      ...(row.referenceHigh === null ? [] : [fact('Upper limit', String(row.referenceHigh))]),
      dateFact('Date', row.effective),
      fact('Status', row.status),
    ],
  };
}

function procedureLine(row: ProcedureRow): ChartLine {
  return {
    source: row.source,
    kind: PROCEDURE_KINDS[row.kind],
    words: row.description ?? (row.concepts.map(conceptWords).join('; ') || NOT_RECORDED),
    facts: [dateFact('Date', row.date), fact('Status', row.status)],
  };
}

function encounterLine(row: EncounterRow): ChartLine {
  return {
    source: row.source,
    kind: 'Visit',
    words: row.reasons.map(conceptWords).join('; ') || 'Reason not recorded',
    facts: [dateFact('From', row.start), dateFact('To', row.end), fact('Status', row.status)],
  };
}

function patientLine(chart: Chart): ChartLine {
  const { patient } = chart;
  return {
    source: patient.source,
    kind: 'Patient',
    words: [patient.family, patient.given].filter(Boolean).join(', ') || NOT_RECORDED,
    facts: [dateFact('Born', patient.birthDate), fact('Sex', patient.sex)],
  };
}

/** All rows a source names: a panel's members share the source of their parent. */
function linesOf(chart: Chart, source: Source): readonly ChartLine[] {
  if (chart.patient.source === source) return [patientLine(chart)];
  const at = (row: { readonly source: Source }) => row.source === source;
  return [
    ...chart.medications.filter(at).map(medicationLine),
    ...chart.allergies.filter(at).map(allergyLine),
    ...chart.conditions.filter(at).map(conditionLine),
    ...chart.observations.filter(at).map(observationLine),
    ...chart.procedures.filter(at).map(procedureLine),
    ...chart.encounters.filter(at).map(encounterLine),
  ];
}

/** The chart's own lines behind a finding, in the finding's order. A source that is no row of the chart yields none. */
export function chartLines(chart: Chart, sources: readonly Source[]): readonly ChartLine[] {
  return sources.flatMap((source) => linesOf(chart, source));
}
