/** Texts as charts hold them, by what they name. Written before they were tried; none is a row of the tables. */
import { readFileSync } from 'node:fs';
import { readCsv } from '#lib/terminology/make/csv.ts';

export type ChartTextList =
  | 'opioid'
  /** Acts outside the brain alone. */
  | 'peripheral-opioid'
  | 'antagonist'
  | 'misspelt'
  /** Names no drug, or one that nobody knows. */
  | 'unclear'
  | 'ordinary-us'
  | 'ordinary-elsewhere'
  /** Ordinary drugs written after the recogniser was first tried on the others, to measure how often one cannot be told. */
  | 'ordinary-later';

const FILE = new URL('./texts.csv', import.meta.url);

export const CHART_TEXTS = readCsv(readFileSync(FILE, 'utf8'), 'texts.csv').map(
  ({ text = '', list = '' }) => ({
    text,
    list: list as ChartTextList,
  }),
);

export const textsOf = (wanted: ChartTextList): readonly string[] =>
  CHART_TEXTS.filter(({ list }) => list === wanted).map(({ text }) => text);
