/** Papers for other professionals: the hold note before an operation, and the letter to the patient's other doctors. */
import type { HoldNote } from '#lib/handout/hold-note.ts';
import type { Letter } from '#lib/handout/letter.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Identity, PaperWords, SheetContact } from '../shapes.ts';
import { soldOpioids } from './country.ts';
import { fullDate } from './dates.ts';
import { milligrams } from './dose.ts';

/** Block, withdrawal: US naltrexone label. Hours: perioperative review, PMC9308736. An opioid all the same: guideline summary on naltrexone. */
const HOLD_SOURCES =
  'US naltrexone label; perioperative review, PMC9308736 (72 hours); guideline summary on naltrexone (an opioid that cannot wait); restart after missed nights: policy.';
const LETTER_SOURCES =
  'US naltrexone label (contraindications, interactions, liver, mood); perioperative review, PMC9308736.';

/** @see evidence.ts, which says it with its source */
const UNAPPROVED: Readonly<Record<Letter['jurisdiction'], string>> = {
  US: 'Off-label use',
  CA: 'Off-label use',
  AU: 'Off-label use',
  ES: 'Off-label use',
  GB: 'Unlicensed use',
  NZ: 'Unapproved use',
};

export function holdNoteWords(note: HoldNote): PaperWords {
  const { dose, operation, lastDose, noneFrom, hours, opioidFree } = note;
  const amount = dose === null ? '' : ` up to ${milligrams(dose)}`;
  return {
    title: 'Hold note: low-dose naltrexone before an operation',
    readers: 'For the surgeon, dentist or anaesthetist',
    sections: [
      {
        title: 'What this patient takes',
        lines: [
          `Low-dose naltrexone,${amount} once a day at bedtime. It blocks opioids: they may fail to relieve pain, and taken with it they can cause withdrawal.`,
        ],
      },
      {
        title: 'Before the operation',
        lines: [
          `Operation on ${fullDate(operation)}.`,
          `Last dose: at bedtime on ${fullDate(lastDose)}. No dose from ${fullDate(noneFrom)}, 00:00, on: ${hours} hours before any hour of the operation's day.`,
          ...(note.isLate
            ? [
                `That evening has passed. Ask when the last dose was: fewer than ${hours} hours may be left, and the anaesthetist decides.`,
              ]
            : []),
          'The anaesthetist decides, and may ask for a longer hold.',
        ],
      },
      {
        title: 'If an opioid cannot wait',
        lines: [
          'Regional analgesia, non-opioids or general anaesthesia first.',
          'A higher dose of opioid may be needed, with a greater risk of respiratory depression: only under close monitoring.',
        ],
      },
      {
        title: 'When to start again',
        lines: [
          `Only after ${opioidFree.days} whole days without any opioid; ${opioidFree.daysOfLongActing} after a long-acting one, methadone or buprenorphine.`,
          'If no opioid was given: on the evening the team agrees to.',
          `After more than ${note.longestMissed} missed nights: from the first dose, after a new check by the prescriber.`,
          'Please tell the prescriber which opioid was given last, and when.',
        ],
      },
    ],
    sources: HOLD_SOURCES,
  };
}

export function letterWords(letter: Letter): PaperWords {
  const { hours, opioidFree, soldOpioids: sold } = letter;
  const inShops = sold.length === 0 ? '' : ` Sold without a prescription here: ${soldOpioids(sold)}.`;
  return {
    title: "Low-dose naltrexone: for this patient's other doctors",
    readers: 'For anyone who prescribes for, operates on or dispenses to this patient',
    sections: [
      {
        title: 'What was started',
        lines: [
          ...startedLines(letter),
          `${UNAPPROVED[letter.jurisdiction]}: naltrexone is approved at 50 mg for other uses, and the evidence at a low dose is limited and mixed.`,
        ],
      },
      {
        title: 'What to avoid',
        lines: [
          'No opioid with it: codeine, tramadol, tapentadol, oxycodone, morphine, fentanyl, buprenorphine, methadone; nor a cough or diarrhoea medicine that contains one (codeine, dihydrocodeine, diphenoxylate).',
          `They may fail, and the next dose of naltrexone can cause withdrawal.${inShops}`,
          `If an opioid is needed: stop naltrexone at least ${hours} hours before. It may be started again only after ${opioidFree.days} whole days without any opioid (${opioidFree.daysOfLongActing} after a long-acting one).`,
          'Loperamide at the usual dose may be taken; it may work less well.',
        ],
      },
      {
        title: 'What to look for',
        lines: [
          'Signs of hepatitis, low mood or thoughts of suicide, an allergy: stop it, and call.',
          'Pregnancy: call before the next dose.',
        ],
      },
    ],
    sources: LETTER_SOURCES,
  };
}

function startedLines({ taken, steps, indication }: Letter): readonly string[] {
  const reason = indication === null ? '' : `, for ${indication.text}`;
  const planned = steps.map(({ dose, nights }) => `${milligrams(dose)} for ${nights} nights`).join(', then ');
  const notBefore = steps[0]?.from;
  return [
    ...(taken === null
      ? [`Low-dose naltrexone by mouth, once a day at bedtime${reason}.`]
      : [
          `Low-dose naltrexone by mouth, ${milligrams(taken.dose)} once a day at bedtime${reason}${taken.begins === null ? '' : `, since ${fullDate(taken.begins)}`}.`,
        ]),
    ...(planned === '' || notBefore === undefined
      ? []
      : [`By the order: ${planned}; first night not before ${fullDate(notBefore)}.`]),
  ];
}

/** The whole as plain text, to copy into a message or a letter of the EHR. */
export function paperText(
  paper: PaperWords,
  patient: Identity,
  call: readonly SheetContact[],
  writtenOn: CalendarDate,
): string {
  const { title, readers, sections, sources } = paper;
  const contacts = call.flatMap(({ who, name, phone }) =>
    name === null && phone === null ? [] : [`${who}: ${[name, phone].filter(Boolean).join(', ')}`],
  );
  return [
    title,
    PAPER_WORDS.about(patient),
    fullDate(writtenOn),
    readers,
    ...sections.map((section) =>
      [`\n${section.title}`, ...section.lines.map((line) => `- ${line}`)].join('\n'),
    ),
    ...(contacts.length === 0 ? [] : [`\n${contacts.join('\n')}`]),
    `\n${PAPER_WORDS.sources} ${sources}`,
  ].join('\n');
}

export const PAPER_WORDS = {
  title: 'Papers',
  links: {
    handout: 'Handout for the patient, to print',
    'hold-note': 'Hold note before an operation',
    letter: 'Letter to the other doctors',
  },
  about: ({ name, bornInFull, recordNumber }: Identity) =>
    `${name}, born ${bornInFull}, record number ${recordNumber}`,
  dated: fullDate,
  call: { prescriber: 'Prescriber', clinic: 'Clinic', phone: 'phone' },
  sources: 'Sources:',
  toCopy: 'As text, to copy',
  back: 'Back',
  leave: 'Back to the visit',
  operation: {
    label: 'Day of the operation',
    show: 'Write the note',
    none: 'The chart has no operation within four weeks. Enter its date, and the note is written.',
    notADay: 'Enter a valid date, today or later.',
  },
} as const;
