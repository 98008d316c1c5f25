/** The report of a run over a whole clinic, as a person reads it. */

export const POPULATION_REPORT = {
  title: 'Low-dose naltrexone: what the charts of this export say',
  made: (asOf: string, zone: string | null) =>
    `Judged as of ${asOf}${zone === null ? ', zone of the clinic not given: the later date counts' : ` in ${zone}`}.`,
  exported: (time: string) => `Export of ${time}.`,
  noTime: 'No manifest gives the time of this export.',
  by: (version: string, tables: string) => `LDN Titration ${version}, opioid tables of ${tables}.`,
  patients: (judged: number, into: number) => `${judged} of ${into} patients were judged.`,
  deleted: (count: number) => `${count} were deleted in the EHR and left out.`,
  caveat:
    '"None found" means: no opioid found in the records of this export. Medicines from elsewhere, leftovers and what people take without an order are in no export.',
  counted: 'A count of charts is no order and no advice for any one patient: open the chart.',
  notRead: {
    title: 'Not read',
    intro: 'What is listed here may include opioids of any patient. "None found" does not cover it.',
    unplaced: (rows: number) =>
      rows === 1
        ? '1 row names no patient that can be told. It is in unplaced.ndjson.'
        : `${rows} rows name no patient that can be told. They are in unplaced.ndjson.`,
    outcomes: (count: number) =>
      `The server says that something went wrong with this export (${count === 1 ? 'once' : `${count} times`}).`,
    tooLarge: (rows: number) =>
      rows === 1 ? '1 row was too large to be read.' : `${rows} rows were too large to be read.`,
    notJudged: (count: number) =>
      count === 1
        ? '1 patient could not be judged, and is listed below.'
        : `${count} patients could not be judged, and are listed below.`,
  },
  notExported: (types: readonly string[]) =>
    `No file of ${types.join(', ')} came, and nothing says that they were asked for: this report does not cover them.`,
  otherFiles: (names: readonly string[]) => `Files of other kinds, not read: ${names.join(', ')}.`,
  verdicts: {
    title: 'Opioids',
    present: 'Opioid present',
    'cannot-tell': 'Cannot tell',
    'none-found': 'No opioid found in the records this export holds',
  },
  outcomes: {
    title: 'What the app would answer today',
    blocked: 'Blocked',
    'cannot-tell': 'Cannot tell: the chart was not read whole',
    'needs-confirmation': 'Asks before it drafts',
    draft: 'Drafts',
    'no-draft': 'Needs no new order',
  },
  table: { caption: 'Verdict by answer', verdict: 'Verdict', total: 'Total' },
  cannotTell: {
    title: 'Why it cannot be told',
    intro: 'Patients by reason; one may have several.',
    unread: {
      'row-not-whole': 'rows that could not be read whole',
      'rows-differ': 'rows that came more than once, with different content',
      'row-of-another-patient': 'rows of another patient',
      'no-resource': 'rows that are no resource',
      'filed-as-another': 'rows filed as another kind',
      'holds-another': 'rows of other kinds that hold a medicine',
      'possible-opioid': 'Medicines that may be opioids',
      'more-possible-opioids': 'More medicines that may be opioids',
      'unknown-medicines': 'Medicines that nobody can name',
      'opioids-undated': 'Opioids without a day',
      'depots-undated': 'Depots and implants without a day',
      'opioid-entered-in-error': 'Opioids entered in error',
      'no-medication-orders': 'The chart lists no medicines',
      'answers-with-warnings': 'Answers of the EHR with a warning',
    } as Readonly<Record<string, string>>,
  },
  checks: {
    title: 'Patients by check',
    check: 'Check',
    blocks: 'Blocks',
    confirm: 'Asks',
    informs: 'Informs',
  },
  both: {
    title: 'Naltrexone and an opioid today',
    intro:
      'These patients have both in their chart: withdrawal is likely if both are taken. Look at each chart today.',
    naltrexone: 'Naltrexone',
    opioids: 'Opioid',
  },
  unsigned: {
    title: 'Drafts of this app that nobody has signed',
    order: 'Order',
    on: 'Written on',
    days: 'Days ago',
  },
  overdue: {
    title: 'Reviews overdue',
    intro: 'Signed orders of this app whose review should have happened before the day of this check.',
    order: 'Order',
    by: 'Review by',
    notTold: 'the order does not say',
  },
  notJudged: { title: 'Patients that could not be judged', why: 'Why' },
  rows: {
    title: 'Rows',
    read: 'Read',
    judged: 'Judged',
    older: 'Older versions, left out',
    repeated: 'Repeated, left out',
    deleted: 'Deleted in the EHR, left out',
    shared: 'Medicines, people and places that others refer to',
    ofNobody: 'Of no patient, not looked into',
    unplaced: 'Whose patient cannot be told',
    setAside: 'Of patients that were not judged',
  },
  none: 'None.',
  patient: 'Patient',
  name: 'Name',
  count: 'Patients',
  share: (percent: number) => `${percent} %`,
} as const;
