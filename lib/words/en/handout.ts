/** The words of the patient's sheet around what handout-sheet.ts says of the plan. */

export const HANDOUT_WORDS = {
  leave: { label: 'Back to the draft', back: 'Back' },
  patient: { for: 'For', born: (day: string) => `, born ${day}` },
  firstNight: 'My first night',
  steps: {
    caption: 'Once a day, at bedtime',
    columns: { nights: 'Nights', take: 'Take', dose: 'Dose', startsOn: 'Starts on' },
  },
  bottles: {
    caption: 'One tablet for each bottle',
    columns: { bottle: 'Bottle', nights: 'Nights', mixOn: 'Mix it on' },
  },
  call: { title: 'Who to call', phone: 'Phone' },
  card: { title: 'Card for your wallet', call: 'Call' },
} as const;
