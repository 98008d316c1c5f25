/** The patient's own sheet in plain words. */
import type { Handout, HandoutBox, WeeksOfDose } from '#lib/handout/handout.ts';
import type { Batch, Hold, Phase, SupplyLine } from '#lib/titration/titration-plan.ts';
import type { SheetSection, SheetWeek, SheetWords } from '../shapes.ts';
import { fullDate } from './dates.ts';
import { countInWords, inWords, LIQUID_CONCENTRATION, milligrams, millilitres, unitsText } from './dose.ts';

function weekWords({ firstWeek, lastWeek, phase }: WeeksOfDose): SheetWeek {
  return {
    weeks: firstWeek === lastWeek ? `Week ${firstWeek}` : `Weeks ${firstWeek} to ${lastWeek}`,
    from: fullDate(phase.from),
    nights: phase.nights === 1 ? 'for 1 night' : `for ${phase.nights} nights`,
    take: `At bedtime: ${takeText(phase)}`,
  };
}

function takeText(phase: Phase): string {
  if (phase.capsules !== null) return unitsText(phase);
  return `${millilitres(phase.tenthsOfMl ?? 0)} of the liquid (${milligrams(phase.dose)})`;
}

function capsules(supply: readonly SupplyLine[]): SheetSection {
  const total = supply.map(({ quantity, strength }) => `${quantity} capsules of ${milligrams(strength)}`);
  return {
    title: 'How to take it',
    lines: [
      'Swallow the capsules with water at bedtime, once a day. Do not open them.',
      `The pharmacy makes them for you: ${inWords(total)}. This is a low dose. It is not the 50 mg tablet.`,
      'Bring unused capsules back to the pharmacy.',
    ],
  };
}

function liquid(bottles: readonly Batch[]): SheetSection {
  const count = bottles.length;
  return {
    title: 'How to mix and take it',
    lines: [
      'DO NOT SWALLOW THE TABLETS WHOLE. One tablet holds more than ten times your dose.',
      'Put one 50 mg tablet in a clean bottle. Add water up to 100 mL. Let it fall apart and shake well. The coating may leave flakes.',
      `This gives ${LIQUID_CONCENTRATION}. Shake before each dose. Measure with an oral syringe, never a spoon.`,
      'Keep the bottle in the fridge, wrapped in foil, away from children. It tastes foul: a drink afterwards helps.',
      `Throw away what is left and mix a new bottle after 14 nights, or sooner where the dates below say so. You need ${countInWords(count)} ${count === 1 ? 'tablet' : 'tablets'} in all.`,
      ...bottles.map(
        ({ from, to }, index) => `Bottle ${index + 1}: from ${fullDate(from)} to ${fullDate(to)}.`,
      ),
    ],
  };
}

const WARNING: SheetSection = {
  title: 'Never take this with an opioid',
  lines: [
    'Opioids are strong pain medicines such as codeine, tramadol, oxycodone and morphine, some cough and diarrhoea medicines, methadone, buprenorphine and kratom.',
    'Together with naltrexone they can make you very ill within minutes: runny nose, sweating, shaking, anxiety, vomiting, cramps, diarrhoea. If this happens, call emergency services and say that you took naltrexone.',
    'Do not take more of an opioid to get past the naltrexone: that can stop your breathing. After you stop naltrexone, opioids can act more strongly than before.',
  ],
};

const SURGERY: SheetSection = {
  title: 'Before surgery or in an emergency',
  lines: [
    'Tell every doctor, dentist, nurse and pharmacist that you take low-dose naltrexone. Show the card below.',
    'Before planned surgery ask the anaesthetist when to stop: usually at least 3 days before. Do not start again until nobody gives you opioids any more and your prescriber agrees.',
    'In an emergency say it at once. There are other ways to treat your pain.',
  ],
};

/** The dates that were promised stand before what holds for every operation. */
function surgery(holds: readonly Hold[]): SheetSection {
  const dates = holds.map(
    ({ from, operation }) =>
      `You have an operation on ${fullDate(operation)}: take no low-dose naltrexone from the night of ${fullDate(from)}. Your last dose is the evening before that.`,
  );
  return { ...SURGERY, lines: [...dates, ...SURGERY.lines] };
}

const MISSED: SheetSection = {
  title: 'If you miss a dose',
  lines: [
    'Leave it out and take your usual dose the next night. Never take two doses in one night.',
    'If you have missed more than 14 nights, do not start again by yourself. Call your prescriber: you begin again at the first dose.',
  ],
};

const SIDE_EFFECTS: SheetSection = {
  title: 'What you may notice',
  lines: [
    'Vivid dreams: 37 of 100 people (13 of 100 on a dummy pill). Headache: 16 of 100 (3 of 100 on a dummy pill).',
    'Also poor sleep, feeling sick or a fast heartbeat. These are mostly mild and pass.',
    'Increase only if you feel well on the dose. Otherwise stay at, or go back to, the last dose you felt well on, and call.',
    'It may take 2 to 8 weeks to help. It does not help everyone: the trials were small and do not agree.',
    'Drink little or no alcohol.',
  ],
};

const STOP: SheetSection = {
  title: 'Stop and call your prescriber today if',
  lines: [
    'your skin or eyes turn yellow, your urine turns dark or your belly hurts on the right;',
    'you feel very low or think of harming yourself;',
    'you get a rash, swelling or trouble breathing (for breathing, call emergency services);',
    'you are or may be pregnant;',
    'somebody gives you an opioid.',
  ],
};

function boxWords(box: HandoutBox): SheetSection {
  switch (box.code) {
    case 'capsules':
      return capsules(box.supply);
    case 'liquid':
      return liquid(box.bottles);
    case 'side-effects':
      return SIDE_EFFECTS;
    case 'stop':
      return STOP;
    case 'missed':
      return MISSED;
    case 'surgery':
      return surgery(box.holds);
  }
}

/** Figures: abstract in Pain Medicine 2012; 13(2): 251. Opioid warning, liver, mood and overdose: US naltrexone label. */
export function sheetWords({ doses, highest, boxes }: Handout): SheetWords {
  const most = highest === null ? '' : milligrams(highest);
  return {
    title: 'Your low-dose naltrexone',
    warning: WARNING,
    schedule: doses.map(weekWords),
    afterSchedule: `Do not take more than ${most} a night. See your prescriber before this supply ends.`,
    sections: boxes.map(boxWords),
    walletCard: [
      'I take LOW-DOSE NALTREXONE, an opioid blocker.',
      `Up to ${most} at bedtime.`,
      'Do not give me opioids without checking: they may fail or cause withdrawal.',
      'Tell the anaesthetist.',
    ],
  };
}
