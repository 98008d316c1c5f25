/** The patient's own sheet in plain words: short sentences, each one thing to do, a reading age of 11. */
import type { Handout, HandoutStep, Nights } from '#lib/handout/handout.ts';
import type { WhoToCall } from '#lib/handout/who-to-call.ts';
import type { Hold, SupplyLine } from '#lib/titration/titration-plan.ts';
import type { SheetSection, SheetStep, SheetWords } from '../shapes.ts';
import { soldOpioids } from './country.ts';
import { dayAndMonth, fullDate } from './dates.ts';
import { capsulesText, inWords, LIQUID_CONCENTRATION, milligrams, millilitres } from './dose.ts';

const nightsOf = ({ first, last }: Nights) => (first === last ? String(first) : `${first} to ${last}`);

function step(sheet: Handout, { phase, ...nights }: HandoutStep): SheetStep {
  return {
    nights: nightsOf(nights),
    take:
      phase.capsules === null
        ? millilitres(phase.tenthsOfMl ?? 0)
        : inWords(phase.capsules.map(capsulesText)),
    dose: milligrams(phase.dose),
    startsOn: sheet.isFixed ? dayAndMonth(phase.from) : null,
  };
}

/** Opioid warning, overdose and the signs: US naltrexone label. Loperamide: label, "may not benefit". */
function warning({ soldOpioids: sold, emergencyNumber }: Handout): SheetSection {
  const inShops =
    sold.length === 0 ? [] : [`Some are sold in shops here: ${soldOpioids(sold)}. Do not buy them.`];
  return {
    title: 'Never take LDN with an opioid',
    lines: [
      'Opioids are strong pain drugs such as codeine, tramadol, oxycodone, morphine and methadone. Some cough medicines contain one. Kratom acts like one.',
      ...inShops,
      `With LDN they can make you very ill in minutes. You may shake, sweat, panic or vomit, with cramps, diarrhoea and a runny nose. Then call ${emergencyNumber}. Say that you took naltrexone.`,
      'Do not take more of an opioid to get past LDN: it can stop your breathing. Once you stop LDN, an opioid can hit you harder than before.',
      'You may take loperamide for diarrhoea, at the dose on the pack. It may work less well.',
    ],
  };
}

function start({ notBefore, opioidFree, isFixed, bottles, followsAnother }: Handout): SheetSection {
  const { days, daysOfLongActing } = opioidFree;
  return {
    title: 'When to start',
    lines: [
      `Not before ${fullDate(notBefore)}, and not before you have been without any opioid for ${days} days.`,
      `After methadone, buprenorphine, a patch or a slow-release tablet it is ${daysOfLongActing} days.`,
      ...(followsAnother ? ['Use up what you have first. Never take both in one night.'] : []),
      ...(isFixed
        ? ['If you start later, all dates move by as many days.']
        : [
            `${bottles === null ? 'The pharmacy makes your capsules first. ' : ''}When you start, write in your first night and the dates of the steps.`,
          ]),
    ],
  };
}

function goingUp({ nightsOnEach, highest }: Handout): SheetSection {
  const nights = nightsOnEach === 1 ? '1 night' : `${nightsOnEach} nights`;
  return {
    title: 'Before you go up',
    lines: [
      ...(nightsOnEach === null
        ? ['Take the same dose each night.']
        : [`Stay ${nights} on each dose. Then go up only if you feel well.`]),
      'If you do not feel well: stay on this dose, or go back to the last one that was fine, and call us.',
      `Never take more than ${milligrams(highest)} a night. Call us before you run out.`,
    ],
  };
}

function capsules(supply: readonly SupplyLine[]): SheetSection {
  const total = supply.map(({ quantity, strength }) => `${quantity} capsules of ${milligrams(strength)}`);
  return {
    title: 'How to take it',
    lines: [
      'Swallow the capsules with water. Do not open them.',
      `You get ${inWords(total)}. This is a low dose, not the 50 mg tablet. Bring back what you do not use.`,
    ],
  };
}

function liquid(): SheetSection {
  return {
    title: 'How to take it',
    lines: [
      'DO NOT SWALLOW THE TABLETS WHOLE. One holds more than ten times your dose.',
      'Mix them as the next page says. Shake the bottle. Measure with the syringe, not with a spoon.',
    ],
  };
}

function mixing({ bottles, bottleNights, isFixed }: Handout): SheetWords['mixing'] {
  if (bottles === null) return null;
  const count = bottles.length;
  return {
    title: 'How to mix the liquid',
    lines: [
      'DO NOT SWALLOW THE TABLETS WHOLE. One holds more than ten times your dose.',
      'Put one 50 mg tablet in a clean bottle. Add water up to 100 mL. Let it fall apart. Shake it well. Flakes of the coat may stay.',
      `The liquid now has ${LIQUID_CONCENTRATION}. Do not make it weaker or stronger.`,
      'Shake it before each dose. Measure with the syringe, not with a spoon. It tastes bad. Have a drink after it.',
      'Keep the bottle in the fridge, with foil around it. Keep it away from children.',
      `Throw a bottle out after ${bottleNights} nights, or when the next one is due. You need ${count} ${count === 1 ? 'tablet' : 'tablets'} in all. Take back any that are left.`,
    ],
    bottles: bottles.map(({ from, ...nights }, index) => ({
      bottle: String(index + 1),
      nights: nightsOf(nights),
      mixOn: isFixed ? dayAndMonth(from) : null,
    })),
  };
}

/** POLICY: a missed night is left out, and the nights of a dose are made whole. */
function missed({ nightsOnEach, longestMissed }: Handout): SheetSection {
  const finish =
    nightsOnEach === null
      ? 'Take your dose the next night.'
      : `Finish the ${nightsOnEach} nights of the dose you are on. All later dates move.`;
  return {
    title: 'If you miss a night',
    lines: [
      `Leave it out. Never take two doses in one night. ${finish}`,
      `More than ${longestMissed} nights missed: do not start again by yourself. Call us. You then go back to the first dose.`,
    ],
  };
}

/** Hours: perioperative review, PMC9308736. Other ways in an emergency: guideline summaries on naltrexone. */
function surgery({ hold, opioidFree: { days, daysOfLongActing } }: Handout): SheetSection {
  return {
    title: 'Before a dentist or an operation',
    lines: [
      ...hold.known.map(knownHold),
      'Tell every doctor, dentist, nurse and pharmacist that you take LDN. Show the card.',
      `Ask them when to stop: at least ${hold.hours} hours before. Take none on the last ${hold.nights} nights.`,
      `If you were given an opioid, call us. Start again only after ${days} days without opioids (${daysOfLongActing} for a long-acting one).`,
      'In an emergency, say so at once. There are other ways to treat your pain.',
    ],
  };
}

function knownHold({ from, operation }: Hold): string {
  return `Your operation is on ${fullDate(operation)}. Take no LDN from the night of ${fullDate(from)}.`;
}

/** Figures: abstract in Pain Medicine 2012; 13(2): 251. Time to help: guideline summaries on naltrexone. */
const EFFECTS: SheetSection = {
  title: 'What you may notice',
  lines: [
    'Odd dreams: 37 of 100 people (13 on a dummy pill). Headache: 16 of 100 (3 on a dummy pill).',
    'You may sleep less, feel sick or have a fast heartbeat. Most of this is mild and goes away.',
    'It may take 2 to 8 weeks to help. It does not help everyone. Drink little or no alcohol.',
  ],
};

/** Liver, mood, allergy: US naltrexone label. */
function stop({ emergencyNumber }: Handout): SheetSection {
  return {
    title: 'Stop and call us today if',
    lines: [
      'Your skin or eyes turn yellow. Your urine is dark. Your belly hurts on the right.',
      'You feel very low, or think of harming yourself.',
      `You get a rash or your face swells. If it is hard to breathe, call ${emergencyNumber}.`,
      'You are pregnant, or may be. Or you are given an opioid.',
    ],
  };
}

export function sheetWords(sheet: Handout, { prescriber, clinic }: WhoToCall): SheetWords {
  return {
    title: 'Your low-dose naltrexone (LDN)',
    warning: warning(sheet),
    start: start(sheet),
    firstNight: sheet.isFixed ? fullDate(sheet.notBefore) : null,
    steps: sheet.steps.map((one) => step(sheet, one)),
    goingUp: goingUp(sheet),
    sections: [
      sheet.bottles === null ? capsules(sheet.supply) : liquid(),
      missed(sheet),
      surgery(sheet),
      stop(sheet),
      EFFECTS,
    ],
    mixing: mixing(sheet),
    call: [
      { who: 'Prescriber', ...prescriber },
      { who: 'Clinic', ...clinic },
      { who: 'Pharmacy', name: null, phone: null },
    ],
    walletCard: {
      holder: ['I take LOW-DOSE NALTREXONE.', `Dose: up to ${milligrams(sheet.highest)} at bedtime.`],
      reader: [
        'It blocks opioids. Do not give me opioids without a check: they may fail, or make me very ill.',
        `Before an operation: stop it for ${sheet.hold.hours} hours or more. Tell the anaesthetist.`,
        `Start it again only after ${sheet.opioidFree.days} days with no opioid (${sheet.opioidFree.daysOfLongActing} for a long-acting one).`,
      ],
    },
  };
}
