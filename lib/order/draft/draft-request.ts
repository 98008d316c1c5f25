/** One order of a reviewed plan as a MedicationRequest: the order of one capsule strength, or of the liquid. @see FHIR R4 MedicationRequest */
import { RXNORM } from '#lib/fhir/code-systems.ts';
import type { ReviewedPlan } from '#lib/review/reviewed-plan.ts';
import type { SupplyLine, TitrationPlan } from '#lib/titration/titration-plan.ts';
import { dosagesOf, milligramQuantity, quantity } from './draft-dosage.ts';
import { judgedOn, reasonsFor } from './draft-reasons.ts';
import {
  type CapsuleDraft,
  COURSE_OF_THERAPY,
  type DraftRequest,
  FIRST_NIGHT,
  type LiquidDraft,
  NALTREXONE,
  NALTREXONE_50_MG_TABLET,
  STEPS_IN_ALL,
} from './draft-shape.ts';
import { firstNightOf, ownNights } from './order-steps.ts';
import type { OrderWords } from './order-words.ts';
import { ownIdentifier, valueOfStrength } from './own-identifier.ts';
import { plainLine } from './plain-line.ts';

/** Who orders and where, known to the launch and not to the plan. */
export interface OrderSetting {
  /** UUID made once a launch: the same plan written twice is the same draft. */
  readonly identifier: string;
  /** The verified user of the launch; null leaves the prescriber to the EHR. */
  readonly requester: { readonly reference: string; readonly display: string | null } | null;
  readonly encounterId: string | null;
  /** FHIR date or dateTime. */
  readonly authoredOn: string;
  readonly intent: 'order' | 'proposal' | 'plan';
  /** The language of its texts. */
  readonly words: OrderWords;
}

/** The order of one line of the supply. Its shape is closed (draft-shape.ts), and `draftFaults` looks at it once more before it leaves. */
export function requestFor(
  reviewed: ReviewedPlan,
  supplied: SupplyLine,
  setting: OrderSetting,
): DraftRequest {
  const { plan, judgement } = reviewed;
  const several = plan.supply.length > 1;
  const own = several ? valueOfStrength(setting.identifier, supplied.strength) : setting.identifier;
  const isCapsule = supplied.item === 'capsule';
  const strength = isCapsule ? supplied.strength : null;
  const common: CommonDraft = {
    resourceType: 'MedicationRequest',
    extension: [
      { url: FIRST_NIGHT, valueDate: firstNightOf(plan, strength) },
      { url: STEPS_IN_ALL, valuePositiveInt: plan.phases.length },
    ],
    identifier: [ownIdentifier(own)],
    status: 'draft',
    intent: setting.intent,
    category: [COMMUNITY],
    reportedBoolean: false,
    subject: { reference: judgement.patient },
    ...(setting.encounterId === null ? {} : { encounter: { reference: `Encounter/${setting.encounterId}` } }),
    ...judgedOn(plan, judgement),
    authoredOn: setting.authoredOn,
    requester: requesterOf(setting),
    ...reasonsFor(reviewed, setting.words),
    ...courseOf(plan),
    ...(several ? { groupIdentifier: ownIdentifier(setting.identifier) } : {}),
    note: setting.words.notes(reviewed).flatMap(oneLine),
    dosageInstruction: dosagesOf(plan, strength, setting.words),
  };
  const supply = {
    numberOfRepeatsAllowed: plan.continues?.repeats ?? 0,
    expectedSupplyDuration: quantity(ownNights(plan, strength), 'd', 'd'),
  };
  return isCapsule
    ? {
        ...common,
        contained: [compoundedCapsule(supplied, setting.words)],
        medicationReference: { reference: '#medication' },
        dispenseRequest: { ...supply, quantity: quantity(supplied.quantity, 'capsule', '{capsule}') },
      }
    : {
        ...common,
        medicationCodeableConcept: TABLET_CONCEPT,
        dispenseRequest: { ...supply, quantity: quantity(supplied.quantity, 'tablet', '{tablet}') },
      };
}

type CommonDraft = Omit<LiquidDraft, 'medicationCodeableConcept' | 'dispenseRequest'>;

/** To be taken at home. @see FHIR R4 medicationrequest-category */
const COMMUNITY: DraftRequest['category'][0] = {
  coding: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/medicationrequest-category',
      code: 'community',
      display: 'Community',
    },
  ],
};

const CONTINUOUS: NonNullable<DraftRequest['courseOfTherapyType']> = {
  coding: [{ system: COURSE_OF_THERAPY, code: 'continuous' }],
};

const TABLET_CONCEPT: LiquidDraft['medicationCodeableConcept'] = {
  coding: [
    {
      system: RXNORM,
      code: NALTREXONE_50_MG_TABLET,
      display: 'naltrexone hydrochloride 50 MG Oral Tablet',
    },
  ],
  text: 'naltrexone hydrochloride 50 mg tablet',
};

function requesterOf({ requester, words }: OrderSetting): DraftRequest['requester'] {
  if (requester === null) return { display: words.requesterToBeSet };
  const display = plainLine(requester.display ?? '');
  return { reference: requester.reference, ...(display === '' ? {} : { display }) };
}

/** A maintenance goes on; whatever follows an order names it, which a statement is not. @see FHIR R4 MedicationRequest.priorPrescription */
function courseOf({
  continues,
}: TitrationPlan): Pick<CommonDraft, 'courseOfTherapyType' | 'priorPrescription'> {
  const before = continues?.follows.find((source) => source.startsWith('MedicationRequest/'));
  return {
    ...(continues?.kind === 'maintenance' ? { courseOfTherapyType: CONTINUOUS } : {}),
    ...(before === undefined ? {} : { priorPrescription: { reference: before } }),
  };
}

/** The 50 mg tablet has no code here: no capsule of this app may ever be mapped to it. */
function compoundedCapsule(supplied: SupplyLine, words: OrderWords): CapsuleDraft['contained'][0] {
  return {
    resourceType: 'Medication',
    id: 'medication',
    code: { text: words.capsuleName(supplied.strength) },
    form: { text: 'capsule' },
    ingredient: [
      {
        itemCodeableConcept: {
          coding: [{ system: RXNORM, code: NALTREXONE, display: 'naltrexone' }],
          text: 'naltrexone hydrochloride',
        },
        isActive: true,
        strength: {
          numerator: milligramQuantity(supplied.strength),
          denominator: { ...quantity(1, 'capsule', '{capsule}'), value: 1 },
        },
      },
    ],
  };
}

function oneLine(note: string): { readonly text: string }[] {
  const text = plainLine(note);
  return text === '' ? [] : [{ text }];
}
