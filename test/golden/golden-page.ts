/** One schedule as a pharmacist reads it: structure and text beside each other, from the drafts that would leave. */
import { draftOrder } from '#lib/order/draft/draft-order.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import { joinedText } from '#lib/order/draft/joined-text.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import { boxesOf, sheetOf } from '../handout/sheet-of.ts';
import { judgement, reviewed, SETTING } from '../order/reviewed.ts';

export function goldenPage(title: string, plan: TitrationPlan): string {
  const { requests } = draftOrder(reviewed(plan, judgement({ indication: FIBROMYALGIA })), SETTING);
  const sections = [
    title,
    ...requests.map((request, index) => orderPart(request, `ORDER ${index + 1} OF ${requests.length}`)),
    ...plan.supply.map((line, index) => {
      const text = ORDER_WORDS.orderText(plan, line);
      return section(`ORDER ${index + 1} AS TEXT TO TYPE, ${text.length} characters`, [text]);
    }),
    ...notesOf(requests, plan),
    ...handoutOf(plan),
  ];
  return `${sections.join('\n\n')}\n`;
}

const FIBROMYALGIA = {
  source: 'Condition/fm1',
  text: 'Fibromyalgia',
  coding: { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'M79.7', display: 'Fibromyalgia' },
  kind: 'fibromyalgia',
} as const;

function orderPart(request: DraftRequest, head: string): string {
  const { dosageInstruction, dispenseRequest: dispense, extension, reasonCode } = request;
  const [night, steps] = extension;
  const drug =
    'contained' in request ? request.contained[0].code.text : request.medicationCodeableConcept.text;
  const joined = joinedText(dosageInstruction);
  return [
    section(`${head}, STRUCTURE`, [
      `drug          ${drug}`,
      `reason        ${reasonCode?.[0]?.text} (${reasonCode?.[0]?.coding?.[0].code})`,
      `first night   ${night.valueDate}`,
      ...dosageInstruction.map(({ sequence, doseAndRate, timing }) => {
        const { boundsDuration, when } = timing.repeat;
        const dose = doseAndRate[0].doseQuantity;
        return `step ${sequence} of ${steps.valuePositiveInt}   ${dose.value} ${dose.code}, ${when[0]}, ${boundsDuration.value} ${boundsDuration.code}`;
      }),
      `dispense      ${dispense.quantity.value} ${dispense.quantity.code} for ${dispense.expectedSupplyDuration.value} d, repeats ${dispense.numberOfRepeatsAllowed}`,
    ]),
    section(
      `${head}, TEXT OF EACH STEP`,
      dosageInstruction.map(({ sequence, text }) => `${sequence}  ${text}`),
    ),
    section(`${head}, JOINED, ${joined.length} characters`, [joined]),
    ...dosageInstruction.flatMap(({ patientInstruction }) =>
      patientInstruction === undefined ? [] : section(`${head}, HOW IT IS MADE`, [patientInstruction]),
    ),
  ].join('\n\n');
}

function notesOf(requests: readonly DraftRequest[], plan: TitrationPlan): string[] {
  const note = ORDER_WORDS.pharmacistNote(plan);
  return [
    section(`NOTE TO THE PHARMACIST, ${note.length} characters`, [note]),
    section('NOTES OF EACH ORDER', requests[0]?.note.map(({ text }) => `- ${text}`) ?? []),
  ];
}

/** As it is printed where the EHR names nobody and the site no country. */
function handoutOf(plan: TitrationPlan): string[] {
  const sheet = sheetOf(plan);
  const line = (startsOn: string | null) => startsOn ?? '__________';
  return [
    section(`HANDOUT, ${sheet.title}`, [
      `My first night: ${line(sheet.firstNight)}`,
      ...sheet.steps.map(
        ({ nights, take, dose, startsOn }) =>
          `nights ${nights}: ${take}, ${dose} in all, starts on ${line(startsOn)}`,
      ),
    ]),
    ...boxesOf(sheet).map(({ title, lines }) =>
      section(
        `HANDOUT, ${title}`,
        lines.map((one) => `- ${one}`),
      ),
    ),
    ...(sheet.mixing === null
      ? []
      : [
          section(
            'HANDOUT, bottles',
            sheet.mixing.bottles.map(
              ({ bottle, nights, mixOn }) => `${bottle}: nights ${nights}, mixed on ${line(mixOn)}`,
            ),
          ),
        ]),
  ];
}

function section(title: string, lines: readonly string[]): string {
  return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}
