/**
 * The one shape of FHIR that ever leaves this app: a draft MedicationRequest with nothing in it but what stands here. Closed objects, bound
 * codes, literal status.
 * @see FHIR R4 MedicationRequest, Dosage, Timing, Medication
 */
import { z } from 'zod';
import { OWN_DRAFT_SYSTEM } from '#lib/chart/own-draft.ts';
import { RXNORM, SNOMED, UCUM } from '#lib/fhir/code-systems.ts';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';
import { LONGEST_MAINTENANCE_DAYS, MOST_REPEATS } from '#lib/titration/propose-continuation.ts';

export const COURSE_OF_THERAPY = 'http://terminology.hl7.org/CodeSystem/medicationrequest-course-of-therapy';

/** RxNorm ingredient naltrexone. */
export const NALTREXONE = '7243';
/** RxNorm naltrexone hydrochloride 50 MG Oral Tablet: what is dispensed for the liquid, and never a capsule. */
export const NALTREXONE_50_MG_TABLET = '1483744';
/** SNOMED CT oral route. */
export const ORAL_ROUTE = '26643006';

/**
 * The first night on which something of an order may be taken, as a day: of each order its own, so that no system starts the strength of
 * the last step on night 1. R4 has no element for it: a dosage bounded by a duration has no period, and authoredOn is the day of writing.
 * @see FHIR R4 Extensibility; docs/decisions/014-the-first-night-in-structure.md
 */
export const FIRST_NIGHT = `${OWN_DRAFT_SYSTEM}.1`;

/**
 * How many steps the whole titration has: an order of one strength holds its own alone, and a reader must know when another order is
 * missing. @see docs/decisions/014-the-first-night-in-structure.md
 */
export const STEPS_IN_ALL = `${OWN_DRAFT_SYSTEM}.2`;

/** @see FHIR R4 datatypes, uri and code */
export const URI = /^[a-z][a-z0-9+.-]*:\S+$/i;
export const CODE = /^\S+( \S+)*$/;

/** Printable ASCII, one line, as long as the strictest EHR takes. */
const sig = z.string().regex(/^[ -~]{1,1000}$/);
/** One line in any script; no control character, no curly quote. */
const line = z.string().regex(/^[^\p{Cc}\u2018-\u201f\u2028\u2029]+$/u);
/** Real charts hold ids that FHIR would not allow; none holds a blank or a second slash. */
const reference = z.string().regex(/^[A-Z][A-Za-z]+\/[^\s/]+$/);

function quantity<Unit extends string, Code extends string>(unit: Unit, code: Code) {
  return z.strictObject({
    value: z.number().positive(),
    unit: z.literal(unit),
    system: z.literal(UCUM),
    code: z.literal(code),
  });
}

const milligram = quantity('mg', 'mg');
const day = quantity('d', 'd').extend({ value: z.int().min(1).max(LONGEST_MAINTENANCE_DAYS) });
const capsule = quantity('capsule', '{capsule}');
const tablet = quantity('tablet', '{tablet}');

const identifier = z.strictObject({
  system: z.literal(OWN_DRAFT_SYSTEM),
  value: z.string().regex(/^[0-9a-f-]{36}(-[0-9.]+mg)?$/),
});

const compoundedCapsule = z.strictObject({
  resourceType: z.literal('Medication'),
  id: z.literal('medication'),
  code: z.strictObject({ text: sig }),
  form: z.strictObject({ text: z.literal('capsule') }),
  ingredient: z.tuple([
    z.strictObject({
      itemCodeableConcept: z.strictObject({
        coding: z.tuple([
          z.strictObject({
            system: z.literal(RXNORM),
            code: z.literal(NALTREXONE),
            display: z.literal('naltrexone'),
          }),
        ]),
        text: z.literal('naltrexone hydrochloride'),
      }),
      isActive: z.literal(true),
      strength: z.strictObject({
        numerator: milligram,
        denominator: capsule.extend({ value: z.literal(1) }),
      }),
    }),
  ]),
});

const dosage = z.strictObject({
  sequence: z.int().min(1).max(12),
  text: sig,
  patientInstruction: sig.optional(),
  timing: z.strictObject({
    repeat: z.strictObject({
      boundsDuration: day,
      frequency: z.literal(1),
      period: z.literal(1),
      periodUnit: z.literal('d'),
      when: z.tuple([z.literal('HS')]),
    }),
  }),
  asNeededBoolean: z.literal(false),
  route: z.strictObject({
    coding: z.tuple([
      z.strictObject({
        system: z.literal(SNOMED),
        code: z.literal(ORAL_ROUTE),
        display: z.literal('Oral route'),
      }),
    ]),
    text: z.literal('by mouth'),
  }),
  doseAndRate: z.tuple([z.strictObject({ doseQuantity: milligram })]),
  maxDosePerPeriod: z.strictObject({
    numerator: milligram.extend({ value: z.literal(4.5) }),
    denominator: day.extend({ value: z.literal(1) }),
  }),
});

function supplyOf<Quantity extends z.ZodType>(dispensed: Quantity) {
  return z.strictObject({
    numberOfRepeatsAllowed: z.int().min(0).max(MOST_REPEATS),
    quantity: dispensed,
    expectedSupplyDuration: day,
  });
}

/** Only a maintenance has it. @see FHIR R4 medicationrequest-course-of-therapy */
const continuous = z.strictObject({
  coding: z.tuple([
    z.strictObject({
      system: z.literal(COURSE_OF_THERAPY),
      code: z.literal('continuous'),
    }),
  ]),
});

/** The chart's or the prescriber's indication, and in figures how the patient responded. */
const reason = z.strictObject({
  coding: z
    .tuple([
      z.strictObject({
        system: z.string().regex(URI),
        code: z.string().regex(CODE),
        display: line.optional(),
      }),
    ])
    .optional(),
  text: line,
});

const firstNight = z.strictObject({
  url: z.literal(FIRST_NIGHT),
  valueDate: z.custom<CalendarDate>((value) => typeof value === 'string' && calendarDate(value) !== null),
});

const stepsInAll = z.strictObject({
  url: z.literal(STEPS_IN_ALL),
  valuePositiveInt: z.int().min(1).max(12),
});

const common = {
  resourceType: z.literal('MedicationRequest'),
  extension: z.tuple([firstNight, stepsInAll]),
  identifier: z.tuple([identifier]),
  status: z.literal('draft'),
  intent: z.enum(['order', 'proposal', 'plan']),
  category: z.tuple([
    z.strictObject({
      coding: z.tuple([
        z.strictObject({
          system: z.literal('http://terminology.hl7.org/CodeSystem/medicationrequest-category'),
          code: z.literal('community'),
          display: z.literal('Community'),
        }),
      ]),
    }),
  ]),
  reportedBoolean: z.literal(false),
  subject: z.strictObject({ reference: reference.startsWith('Patient/') }),
  encounter: z.strictObject({ reference: reference.startsWith('Encounter/') }).optional(),
  supportingInformation: z.array(z.strictObject({ reference })).min(1).max(50).optional(),
  authoredOn: z.string().regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/),
  requester: z.union([
    z.strictObject({ reference, display: line.optional() }),
    z.strictObject({ display: line }),
  ]),
  reasonCode: z.array(reason).min(1).max(2).optional(),
  groupIdentifier: identifier.optional(),
  courseOfTherapyType: continuous.optional(),
  priorPrescription: z.strictObject({ reference: reference.startsWith('MedicationRequest/') }).optional(),
  note: z.array(z.strictObject({ text: line })).min(1),
  dosageInstruction: z.array(dosage).min(1).max(12),
};

const capsuleDraft = z.strictObject({
  ...common,
  contained: z.tuple([compoundedCapsule]),
  medicationReference: z.strictObject({ reference: z.literal('#medication') }),
  dispenseRequest: supplyOf(capsule),
});

const liquidDraft = z.strictObject({
  ...common,
  medicationCodeableConcept: z.strictObject({
    coding: z.tuple([
      z.strictObject({
        system: z.literal(RXNORM),
        code: z.literal(NALTREXONE_50_MG_TABLET),
        display: z.literal('naltrexone hydrochloride 50 MG Oral Tablet'),
      }),
    ]),
    text: sig,
  }),
  dispenseRequest: supplyOf(tablet),
});

export const draftRequest = z.union([capsuleDraft, liquidDraft]);

export type CapsuleDraft = z.infer<typeof capsuleDraft>;
export type LiquidDraft = z.infer<typeof liquidDraft>;
export type DraftRequest = CapsuleDraft | LiquidDraft;
export type DraftDosage = z.infer<typeof dosage>;
