/** The words of Review that stand around the order, the questions and the end of a write. */

export const REVIEW_WORDS = {
  title: 'Review',
  notYet: 'Not written yet',
  whatIsWritten: (orders: number, patient: string) =>
    `This writes ${orders} draft medication ${orders === 1 ? 'order' : 'orders'} for ${patient}. It does not sign or send.`,
  faulty: 'This plan cannot be written as it is',
  changePlan: 'Change the plan',
  order: { title: 'The order', asRead: 'Read it as the pharmacist will' },
  questions: {
    title: 'Your answers',
    meaning: "Your answers are recorded as your statement, with today's date.",
    inTheChart: 'Show the chart entry',
    addWords: 'Add words of your own',
    names: (count: number) => (count === 1 ? 'The name to read' : `The ${count} names to read`),
    notRecognised: (doubts: string) => `not recognised: ${doubts}`,
    rows: (count: number) => `${count} rows`,
  },
  sendAgain: 'I looked at the orders in the EHR: the draft is not there. It may be sent again.',
  save: 'Save answers',
  saved: 'Answers saved.',
  /** What the last button does: put a draft into the EHR, or show the order to be copied. */
  write: {
    button: 'Write draft to chart',
    underWay: 'Writing...',
    checkedAgain:
      'On writing, the chart is read again and every check is run again. A change stops the write and is shown.',
  },
  copy: {
    button: 'Show order to copy',
    underWay: 'Reading the chart again...',
    checkedAgain:
      'Before the order is shown, the chart is read again and every check is run again. A change is shown instead.',
  },
  byHand: {
    label: 'The order to enter by hand',
    summary: 'The order to enter by hand: text, note and FHIR file',
    notCleared:
      'Not cleared yet, so there is nothing to copy: a question is unanswered, or the plan cannot be written as it is. Answer and choose Save answers; the order then appears here.',
    mayStand: (ehrName: string) =>
      `First look at the orders of this patient in ${ehrName}: a draft may already be there, and a second one would double the dose.`,
    cleared: (readAt: string) =>
      `Cleared by the checks, on the chart as read at ${readAt}, with your answers as last saved. Copying it writes nothing.`,
    title: 'The order as text, to enter by hand',
  },
} as const;
