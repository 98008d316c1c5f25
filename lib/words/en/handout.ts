/** The words of the patient's sheet around what handout-sheet.ts says of the plan. */

export const HANDOUT_WORDS = {
  leave: { label: 'Back to the draft', back: 'Back' },
  patient: { for: 'For', born: (day: string) => `, born ${day}` },
  schedule: {
    title: 'What to take, and when',
    caption: 'Once a day, at bedtime',
    columns: { weeks: 'Weeks', from: 'Starts on', take: 'Take' },
    from: (day: string, nights: string) => `${day}, ${nights}`,
    ifLater:
      'The dates count from the planned first night. If you start later, everything moves by as many days.',
  },
  call: { title: 'Who to call', prescriber: 'Prescriber', pharmacy: 'Pharmacy' },
  card: { title: 'Card for your wallet', prescriber: 'My prescriber' },
} as const;
