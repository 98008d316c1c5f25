/**
 * ReviewedPlan -> DraftOrder: the draft MedicationRequests of one titration, one request a capsule strength.
 * @see FHIR R4 MedicationRequest; US Core MedicationRequest (us-core-21: an order has a requester)
 */
import { RXNORM } from '#lib/fhir/code-systems.ts';
import type { ReviewedPlan } from '#lib/review/reviewed-plan.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { SupplyLine, TitrationPlan } from '#lib/titration/titration-plan.ts';
import { dosagesOf, milligramQuantity, quantity } from './draft-dosage.ts';
import { draftFaults } from './draft-gate.ts';
import {
  type CapsuleDraft,
  CODE,
  COURSE_OF_THERAPY,
  type DraftRequest,
  FIRST_NIGHT,
  type LiquidDraft,
  NALTREXONE,
  NALTREXONE_50_MG_TABLET,
  STEPS_IN_ALL,
  URI,
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

declare const drafted: unique symbol;

/** A draft that passed the gate. Only `draftOrder` makes one. */
export interface DraftOrder {
  readonly [drafted]: true;
  /** UUID of the whole titration. */
  readonly identifier: string;
  /** "Patient/p1" */
  readonly patient: string;
  readonly requests: readonly DraftRequest[];
  readonly plan: TitrationPlan;
  readonly judgement: Judgement;
  /** All that was checked and stated, for the assessment note; absent in a draft of an earlier version of this app. */
  readonly assessment?: readonly string[];
}

/** POLICY: what a draft was judged on can be a long list; the worst findings and the latest evidence come first in it. */
const MOST_SUPPORTING = 50;

/** Throws where the draft would not pass its own gate: a fault of the program, never of the chart. */
export function draftOrder(reviewed: ReviewedPlan, setting: OrderSetting): DraftOrder {
  const { plan, judgement } = reviewed;
  const requests = plan.supply.map((supplied) => requestFor(reviewed, supplied, setting));
  const faults = draftFaults(requests, setting.words);
  if (faults.length > 0) {
    const codes = faults.map(({ code }) => code).join(', ');
    throw new Error(`The draft does not pass its gate: ${codes}`);
  }
  const order: Omit<DraftOrder, typeof drafted> = {
    identifier: setting.identifier,
    patient: judgement.patient,
    requests,
    plan,
    judgement,
    assessment: setting.words.assessment.notes(reviewed).flatMap((note) => plainLine(note) || []),
  };
  return order as unknown as DraftOrder;
}

function requestFor(reviewed: ReviewedPlan, supplied: SupplyLine, setting: OrderSetting): DraftRequest {
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

/** What it is for, and where the patient responded the figures. */
function reasonsFor(reviewed: ReviewedPlan, words: OrderWords): Pick<CommonDraft, 'reasonCode'> {
  const relief = reviewed.plan.continues?.relief ?? null;
  const figures = relief === null ? '' : plainLine(words.relief(relief));
  const reasons = [
    ...(reasonFor(reviewed, words).reasonCode ?? []),
    ...(figures === '' ? [] : [{ text: figures }]),
  ];
  return reasons.length === 0 ? {} : { reasonCode: reasons };
}

/**
 * The chart's own indication, else what the prescriber stated; none is made up where there is neither, and no code is sent on that FHIR
 * would not take.
 */
function reasonFor(
  { judgement: { indication }, answers }: ReviewedPlan,
  { statedReason }: Pick<OrderWords, 'statedReason'>,
): Pick<CommonDraft, 'reasonCode'> {
  const text = plainLine(indication?.text ?? '');
  if (indication === null || text === '') {
    const [stated] = answers.flatMap((answer) => plainLine(statedReason(answer) ?? '') || []);
    return stated === undefined ? {} : { reasonCode: [{ text: stated }] };
  }
  const { coding } = indication;
  if (coding === null || !URI.test(coding.system) || !CODE.test(coding.code))
    return { reasonCode: [{ text }] };
  const display = plainLine(coding.display ?? '');
  const { system, code } = coding;
  return { reasonCode: [{ coding: [{ system, code, ...(display === '' ? {} : { display }) }], text }] };
}

/** Rows of the chart the judgement rests on, each once. Sources that are no reference on this server are left out. */
function judgedOn(
  { continues }: TitrationPlan,
  judgement: Judgement,
): Pick<CommonDraft, 'supportingInformation'> {
  const { findings, opioid, indication, patient } = judgement;
  const sources = [
    ...(continues?.scores ?? []),
    ...(indication === null ? [] : [indication.source]),
    ...findings.flatMap((finding) => finding.sources),
    ...opioid.evidence.map((evidence) => evidence.source),
  ];
  const rows = [...new Set(sources)]
    .filter((source) => /^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/.test(source) && source !== patient)
    .slice(0, MOST_SUPPORTING);
  return rows.length === 0 ? {} : { supportingInformation: rows.map((reference) => ({ reference })) };
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
