/** What of an export was not read, as a chart says it: these sentences stand in OperationOutcomes among its rows. */

const rowsOf = (type: string | null) => (type === null ? 'rows' : `${type} rows`);

export const POPULATION_GAPS = {
  'type-not-exported': ({ type }: { type: string }) => `no file of ${type} came with this export`,
  'file-missing': ({ type, kind }: { type: string | null; kind: string }) =>
    kind === 'outcome'
      ? 'a file that says what went wrong with this export did not come'
      : kind === 'deleted'
        ? 'a file that says what was deleted did not come'
        : `a file of ${rowsOf(type)} that this export lists did not come`,
  'rows-missing': ({ type, came, total }: { type: string | null; came: number; total: number }) =>
    `${came} of ${total} ${rowsOf(type)} of a file of this export came`,
  'file-cut': ({ type }: { type: string | null }) =>
    `a file of ${rowsOf(type)} of this export breaks off: what came after it is missing`,
  'manifest-missing': () => 'this export has a further manifest that did not come',
  'manifest-unreadable': () => 'the manifest of this export lists something that could not be read',
  'outcome-unreadable': () => 'a file that says what went wrong with this export could not be read whole',
  'more-outcomes': ({ more }: { more: number }) => `${more} more things went wrong with this export`,
} as const;

export const POPULATION_ROWS = {
  broken: (type: string | null) =>
    type === null
      ? 'a row of this patient could not be read'
      : `a ${type} row of this patient could not be read`,
  tooLarge: (type: string) => `a ${type} row of this patient is too large to be read`,
  blockCut: 'the rows of this patient go on in a file of this export that did not come',
} as const;

/** In place of a result. */
export const POPULATION_CHARTS = {
  tooLarge: (bytes: number) =>
    `could not be judged: its rows take ${Math.ceil(bytes / 1_000_000)} MB, more than the memory this program may use; give it more (NODE_OPTIONS=--max-old-space-size=8192)`,
  setAside: 'could not be judged: the program ended each time at this chart, which was set aside',
} as const;
