/** Whether a page says what the EHR's own rows show to be false. */
import { type Page, titleOf } from '../operations/paper-browser.ts';

interface Truth {
  /** Drafts that stood before the page was asked for, and after it came. */
  readonly before: number;
  readonly after: number;
  /** Another user may have written one of them. */
  readonly users: number;
}

const DRAFT_STANDS = /drafts? .*in (the )?chart, not signed/i;
const IN_DOUBT = /nobody knows whether|nobody knows where|being written at this moment/;
const NOTHING =
  /nothing was (written|saved)|no draft of this launch in the chart|wrote nothing to it\.(?! A draft)/i;
const NONE_OF_THIS_PRESS = /looked in the chart: the draft is not there/i;

export function standsBy({ html }: Page): boolean {
  return DRAFT_STANDS.test(titleOf(html));
}

export function isInDoubt({ html }: Page): boolean {
  return IN_DOUBT.test(textOf(html));
}

/** What is wrong with the words of this page; null where nothing is. */
export function wrongWords(page: Page, asked: string, { before, after, users }: Truth): string | null {
  const text = textOf(page.html);
  const found = (words: RegExp) => words.exec(text)?.[0];
  if (before > 0 && found(NOTHING)) return `"${found(NOTHING)}" over a saved draft`;
  if (before > 0 && users === 1 && found(NONE_OF_THIS_PRESS))
    return `"${found(NONE_OF_THIS_PRESS)}" over a saved draft`;
  if (after === 0 && standsBy(page)) return `"${titleOf(page.html)}" without a draft`;
  if (
    asked === 'done' &&
    before > 0 &&
    /Naltrexone (draft|order) exists/.test(text) &&
    page.url.includes('/safety')
  )
    return 'Done led back to Safety over a draft that stands';
  if (isInDoubt(page) && /Download as FHIR file/.test(text)) return 'the order by hand stands open in doubt';
  return null;
}

function textOf(html: string): string {
  return html.replace(/<script[\s\S]*?<\/script>/g, ' ').replace(/<[^>]*>/g, ' ');
}
