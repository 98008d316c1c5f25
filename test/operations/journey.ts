/** One prescriber's way through the app, page by page. */
import type { Bundle } from '@medplum/fhirtypes';
import { type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import { shiftDates } from '../patients/shift-dates.ts';
import { stories } from '../patients/stories.ts';
import type { Sandbox } from '../sandbox/start-sandbox.ts';
import { type Page, PaperBrowser, titleOf } from './paper-browser.ts';

/** The chart of a story with its dates moved to today, as a patient of its own. */
export async function newPatient(sandbox: Sandbox, story: string): Promise<string> {
  return sandbox.addPatient(chartOfToday(story));
}

export function chartOfToday(id: string): Bundle {
  const story = stories.find((one) => one.id === id);
  if (story === undefined) throw new Error(`there is no story ${id}`);
  const today = new Date().toISOString().slice(0, 10) as CalendarDate;
  return shiftDates(story.bundle, daysBetween(story.asOf as CalendarDate, today));
}

const SCREEN = /\/(safety|done)$/;

export class Journey {
  readonly browser: PaperBrowser;
  /** Address of the launch in the app, without the screen. */
  readonly chart: string;
  /** The page it opened at. */
  readonly first: Page;

  private constructor(browser: PaperBrowser, first: Page) {
    this.browser = browser;
    this.first = first;
    this.chart = first.url.replace(SCREEN, '');
  }

  /** From the EHR's chart to the verdict, or to the draft that stands already. @throws Error naming the page where it ended instead. */
  static async launch(launchUrl: string): Promise<Journey> {
    const browser = new PaperBrowser();
    const page = await browser.open(launchUrl);
    if (page.status !== 200 || !SCREEN.test(page.url)) {
      throw new Error(`the launch ended at ${page.status} ${titleOf(page.html)}`);
    }
    return new Journey(browser, page);
  }

  screen(name: 'safety' | 'plan' | 'review' | 'done' | 'handout'): Promise<Page> {
    return this.browser.open(`${this.chart}/${name}`);
  }

  /** Answers every question with the answer that settles it and presses Write. */
  async write(): Promise<Page> {
    const review = await this.screen('review');
    return this.browser.press(review, 'write');
  }
}

/** The naltrexone drafts and orders the EHR holds for a patient. */
export function draftsOf(sandbox: Sandbox, patient: string): readonly object[] {
  return sandbox.repository
    .rows('MedicationRequest', patient)
    .filter((row) => /naltrexone/i.test(JSON.stringify(row)));
}
