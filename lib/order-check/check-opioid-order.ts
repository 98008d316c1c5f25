/** An opioid, or what may be one, is being ordered: does the patient take naltrexone? */
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { medicationFact } from '#lib/safety/medication-fact.ts';
import type { Case } from '#lib/safety/rule.ts';
import { isInjection, isOnBoard, mayBeOnBoard } from '#lib/safety/rules/check-naltrexone-current.ts';
import { isNaltrexone, isOwnDraft } from '#lib/safety/rules/naltrexone.ts';
import { dailyMilligrams } from '#lib/safety/rules/naltrexone-dose.ts';
import type { WarningWhat } from './order-warning.ts';
import { type Ordered, orderKind } from './ordered.ts';

type OpioidWhat = Extract<
  WarningWhat,
  { readonly code: 'on-naltrexone' | 'perhaps-on-naltrexone' | 'on-naltrexone-depot' }
>;

const WORST_FIRST: readonly OpioidWhat['code'][] = [
  'on-naltrexone-depot',
  'on-naltrexone',
  'perhaps-on-naltrexone',
];

/** @param order the opioid; nothing is said where the chart shows no naltrexone that is taken now. */
export function checkOpioidOrder(order: Ordered, patient: Case): OpioidWhat | null {
  const said = patient.medications
    .filter((medication) => isNaltrexone(medication) && medication.row.state !== 'drafted')
    .flatMap((medication) => whatOf(medication, order, patient));
  return (
    said.toSorted((one, other) => WORST_FIRST.indexOf(one.code) - WORST_FIRST.indexOf(other.code))[0] ?? null
  );
}

function whatOf(one: JudgedMedication, order: Ordered, patient: Case): OpioidWhat[] {
  const naltrexone = medicationFact(one, patient.dayOf);
  const ordered = medicationFact(order.medication, patient.dayOf);
  if (isOnBoard(one, patient)) {
    if (isInjection(one))
      return [
        { code: 'on-naltrexone-depot', facts: { naltrexone, milligrams: dailyMilligrams(one), ordered } },
      ];
    const isNamed = orderKind(order) === 'opioid';
    return [
      {
        code: 'on-naltrexone',
        facts: {
          naltrexone,
          milligramsADay: dailyMilligrams(one),
          isOurs: isOwnDraft(one),
          ordered,
          isNamed,
        },
      },
    ];
  }
  return mayBeOnBoard(one) ? [{ code: 'perhaps-on-naltrexone', facts: { naltrexone, ordered } }] : [];
}
