/**
 * The chart as the rest of the app knows it: our own shapes, each row with where it came from. FHIR stops here.
 * Dates stay the chart's own text (a FHIR date, partial date, dateTime or instant); lib/safety turns them into days.
 */

import type { ChartCoding, MedicationDescription } from '#lib/terminology/recognition.ts';
import type { ChartDate } from '#lib/time/fhir-date.ts';
import type { Ledger } from './ledger.ts';
import type {
  ClinicalState,
  EncounterState,
  Force,
  MedicationState,
  ProcedureState,
  ResultState,
} from './states.ts';

/** "MedicationRequest/m1" */
export type Source = string;

/** Why a value is not there. Never a bare undefined that could mean three things. */
export type Absent = 'not-recorded' | 'not-shared' | 'not-readable';

interface Row {
  readonly source: Source;
  /** meta.versionId, or meta.lastUpdated where there is no version; null when the chart gives neither. */
  readonly version: string | null;
}

/** A concept with every coding and every text. */
export interface ChartConcept {
  readonly codings: readonly ChartCoding[];
  readonly text: string | null;
}

/** @see FHIR R4 Identifier */
export interface ChartIdentifier {
  readonly system: string | null;
  readonly value: string | null;
}

export interface ChartPatient extends Row {
  readonly family: string | null;
  readonly given: string | null;
  readonly birthDate: ChartDate | null;
  /** Patient.gender, FHIR's code. */
  readonly sex: string | null;
  /** Medical record number as the chart shows it. */
  readonly recordNumber: string | null;
  readonly deceased: boolean;
  readonly inactive: boolean;
  /** The record that replaced this one (Patient.link type replaced-by). */
  readonly replacedBy: Source | null;
}

/** What one dosage line says about time, way and dose. */
export interface DosageLine {
  readonly text: string | null;
  /** Codes, displays and texts of the route, as the chart has them. */
  readonly route: ChartConcept | null;
  readonly asNeeded: boolean;
  /** Lines of one number, or of none, are taken at the same time; the next number begins when they end. */
  readonly sequence: number | null;
  readonly boundsStart: ChartDate | null;
  readonly boundsEnd: ChartDate | null;
  /** boundsDuration or boundsRange.high in days, rounded up; null when none. */
  readonly boundsDays: number | null;
  /** timing.event: the moments at which it is to be taken. */
  readonly events: readonly ChartDate[];
  /** A rate is given: an infusion. */
  readonly infusion: boolean;
  /** The largest dose of one intake as it stands there; null when none is given. */
  readonly dose: { readonly value: number; readonly unit: string | null } | null;
  /** Intakes a day, the most that the line allows; null when it does not say. */
  readonly timesPerDay: number | null;
  readonly method: ChartConcept | null;
  readonly site: ChartConcept | null;
}

interface MedicationRowBase extends Row {
  readonly state: MedicationState;
  /** Verbatim, for people to read; null when absent. */
  readonly status: string | null;
  /** What the medication is, in the chart's own words, as one line for people; null where it gives no name. */
  readonly words: string | null;
  readonly medication: MedicationDescription;
  /** Medication.form: "Drug implant", "transdermal patch". */
  readonly forms: readonly ChartConcept[];
  readonly dosage: readonly DosageLine[];
  /** Recorded by whom, as a display ("Dr A. Example") or a reference. */
  readonly author: string | null;
  /** Sources of the orders this row carries out (authorizingPrescription, request, basedOn). */
  readonly orders: readonly Source[];
  readonly encounter: Source | null;
  readonly categories: readonly string[];
  /** Why it has its status: "nausea", "no longer needed". */
  readonly statusReasons: readonly ChartConcept[];
}

/** FHIR R4 MedicationRequest */
export interface RequestRow extends MedicationRowBase {
  readonly kind: 'request';
  readonly force: Force;
  /** Verbatim, for people to read; null when absent. */
  readonly intent: string | null;
  readonly doNotPerform: boolean;
  readonly identifiers: readonly ChartIdentifier[];
  /** It carries an extension that this app alone writes. */
  readonly hasOwnExtension: boolean;
  readonly authoredOn: ChartDate | null;
  readonly validityStart: ChartDate | null;
  readonly validityEnd: ChartDate | null;
  /** expectedSupplyDuration in days, rounded up. */
  readonly supplyDays: number | null;
  /** initialFill.duration and dispenseInterval in days, rounded up. */
  readonly firstFillDays: number | null;
  readonly fillIntervalDays: number | null;
  readonly repeats: number | null;
}

/** FHIR R4 MedicationStatement */
export interface StatementRow extends MedicationRowBase {
  readonly kind: 'statement';
  readonly effectiveStart: ChartDate | null;
  /** End of effectivePeriod alone: effectiveDateTime may be the day on which it was issued or recorded. */
  readonly effectiveEnd: ChartDate | null;
  readonly dateAsserted: ChartDate | null;
}

/** FHIR R4 MedicationDispense */
export interface DispenseRow extends MedicationRowBase {
  readonly kind: 'dispense';
  readonly whenPrepared: ChartDate | null;
  readonly whenHandedOver: ChartDate | null;
  readonly daysSupply: number | null;
}

/** FHIR R4 MedicationAdministration */
export interface AdministrationRow extends MedicationRowBase {
  readonly kind: 'administration';
  readonly effectiveStart: ChartDate | null;
  readonly effectiveEnd: ChartDate | null;
}

export type MedicationRow = RequestRow | StatementRow | DispenseRow | AdministrationRow;

export interface AllergyRow extends Row {
  readonly substances: readonly ChartConcept[];
  readonly state: ClinicalState;
  readonly isRefuted: boolean;
  /** Both verbatim, for people to read. */
  readonly clinicalStatus: string | null;
  readonly verificationStatus: string | null;
  readonly recorded: ChartDate | null;
  readonly onset: ChartDate | null;
}

export interface ConditionRow extends Row {
  readonly concept: ChartConcept;
  readonly state: ClinicalState;
  readonly isRefuted: boolean;
  /** Both verbatim, for people to read. */
  readonly clinicalStatus: string | null;
  readonly verificationStatus: string | null;
  readonly categories: readonly string[];
  readonly onset: ChartDate | null;
  readonly abatement: ChartDate | null;
  readonly recorded: ChartDate | null;
  readonly encounter: Source | null;
}

export type ObservationValue =
  | {
      readonly kind: 'quantity';
      readonly value: number;
      readonly unit: string | null;
      readonly comparator: string | null;
    }
  | { readonly kind: 'concept'; readonly concept: ChartConcept }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent'; readonly why: Absent };

/** One measured thing. Components and panel members come as rows of their own, with the parent's source and date. */
export interface ObservationRow extends Row {
  readonly concept: ChartConcept;
  readonly state: ResultState;
  /** Verbatim, for people to read. */
  readonly status: string | null;
  readonly effective: ChartDate | null;
  readonly value: ObservationValue;
  readonly interpretation: readonly string[];
  readonly referenceHigh: number | null;
  /** Names of the panel it is part of, and of the specimen: "Urine drug screen". */
  readonly measuredIn: readonly string[];
}

/** Something planned or done to the patient: Procedure, booked Appointment or ServiceRequest. */
export interface ProcedureRow extends Row {
  readonly kind: 'procedure' | 'appointment' | 'service-request';
  readonly state: ProcedureState;
  /** Null where the row is no request. */
  readonly force: Force | null;
  /** Verbatim, for people to read. */
  readonly status: string | null;
  readonly concepts: readonly ChartConcept[];
  readonly description: string | null;
  /** Why it is done, and who or what place does it: texts that name no procedure. */
  readonly about: readonly string[];
  /** Start of the appointment, occurrence or performance. */
  readonly date: ChartDate | null;
  /** End of the performance or occurrence where it is a period; null when it goes on or was a moment. */
  readonly end: ChartDate | null;
  /** When it was asked for (ServiceRequest.authoredOn, Appointment.created). */
  readonly recorded: ChartDate | null;
}

export interface EncounterRow extends Row {
  readonly state: EncounterState;
  /** Verbatim, for people to read. */
  readonly status: string | null;
  /** Encounter.class: "IMP", "AMB". */
  readonly class: string | null;
  readonly start: ChartDate | null;
  readonly end: ChartDate | null;
  readonly reasons: readonly ChartConcept[];
  readonly conditions: readonly Source[];
}

export interface Chart {
  readonly patient: ChartPatient;
  readonly medications: readonly MedicationRow[];
  readonly allergies: readonly AllergyRow[];
  readonly conditions: readonly ConditionRow[];
  readonly observations: readonly ObservationRow[];
  readonly procedures: readonly ProcedureRow[];
  readonly encounters: readonly EncounterRow[];
  readonly ledger: Ledger;
}
