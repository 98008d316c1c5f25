/** One patient: launches, presses, and a person who reads the screens, looks into the EHR and goes on until one draft stands. */
import { setTimeout as sleep } from 'node:timers/promises';
import { draftsOf, Journey, newPatient } from '../operations/journey.ts';
import { type Page, titleOf } from '../operations/paper-browser.ts';
import type { Sandbox } from '../sandbox/start-sandbox.ts';
import type { Mishap } from './mishaps.ts';
import { isInDoubt, standsBy, wrongWords } from './wrong-words.ts';

/** The lock of a killed writer lasts a minute, and a second write waits for it. */
const VISIT_LIMIT_MS = 240_000;
const LAUNCH_LIMIT_MS = 60_000;
const LATER_MS = 1_500;
const USERS = ['dr-exemplar', 'dr-second', 'dr-third'];

export interface VisitReport {
  readonly drafts: number;
  readonly wrong: readonly string[];
  /** Why the visit could not be ended; null where it was. */
  readonly lost: string | null;
  /** It ended with a draft that a person found in the EHR and the app did not. */
  readonly byPerson: boolean;
}

export class Visit {
  readonly #sandbox: Sandbox;
  readonly #patient: string;
  readonly #mishap: Mishap;
  readonly #wrong: string[] = [];
  readonly #deadline = Date.now() + VISIT_LIMIT_MS;

  private constructor(sandbox: Sandbox, patient: string, mishap: Mishap) {
    this.#sandbox = sandbox;
    this.#patient = patient;
    this.#mishap = mishap;
  }

  static async run(sandbox: Sandbox, mishap: Mishap): Promise<VisitReport> {
    const visit = new Visit(sandbox, await newPatient(sandbox, 'v01'), mishap);
    let lost: string | null = null;
    let byPerson = false;
    try {
      byPerson = await visit.#whole();
    } catch (error) {
      lost = (error as Error).message;
    }
    return { drafts: visit.#drafts, wrong: visit.#wrong, lost, byPerson };
  }

  get #drafts(): number {
    return draftsOf(this.#sandbox, this.#patient).length;
  }

  async #whole(): Promise<boolean> {
    const { users, presses } = this.#mishap;
    const journeys = await Promise.all(USERS.slice(0, users).map((user) => this.#launch(user)));
    await this.#pressedAtOnce(journeys.flatMap((journey) => Array.from({ length: presses }, () => journey)));
    const [first] = journeys;
    if (first === undefined) throw new Error('nobody launched');
    const byPerson = await this.#goOn(first);
    await this.#toldToOthers(byPerson);
    return byPerson;
  }

  async #pressedAtOnce(journeys: readonly Journey[]): Promise<void> {
    const reviews = await Promise.all(journeys.map((journey) => this.#screen(journey, 'review')));
    this.#switch(this.#mishap.faults);
    const pressed = Promise.all(
      journeys.map((journey, index) => this.#press(journey, reviews[index] as Page, {})),
    );
    if (this.#mishap.isLookLost) {
      await Promise.race([pressed, this.#saved()]);
      this.#switch({ ...this.#mishap.faults, refuse: { MedicationRequest: { status: 503 } } });
    }
    await pressed;
    this.#switch({});
  }

  /** True when the draft stands where only a person saw it. */
  async #goOn(journey: Journey): Promise<boolean> {
    while (Date.now() < this.#deadline) {
      const page = await this.#screen(journey, 'done');
      if (standsBy(page)) return false;
      if (/being written at this moment/.test(page.html)) {
        await sleep(LATER_MS);
      } else if (isInDoubt(page)) {
        if (this.#drafts > 0) return true;
        const review = await this.#screen(journey, 'review');
        const [, sendings = ''] = /name="not-there"[^>]*value="([^"]+)"/.exec(review.html) ?? [];
        await this.#press(journey, review, { 'not-there': sendings });
      } else {
        await this.#press(journey, await this.#screen(journey, 'review'), {});
      }
    }
    throw new Error(`no end within ${VISIT_LIMIT_MS / 1000} s`);
  }

  /** In a new launch of another user the draft is opened, or told of as in doubt. */
  async #toldToOthers(byPerson: boolean): Promise<void> {
    const journey = await this.#launch(USERS[2] ?? '');
    const page = isBeingRead(journey.first) ? await this.#screen(journey, 'safety') : journey.first;
    if (standsBy(page) || (byPerson && isInDoubt(page))) return;
    const told = isInDoubt(page) ? 'told of a doubt where the draft is known' : 'not told of the draft';
    this.#wrong.push(`a new launch is ${told}: ${titleOf(page.html)}`);
  }

  /** As a person would: opened again from the chart where it did not open. */
  async #launch(user: string): Promise<Journey> {
    const end = Date.now() + LAUNCH_LIMIT_MS;
    for (;;) {
      try {
        return await Journey.launch(this.#sandbox.launchUrl(this.#patient, user));
      } catch (error) {
        if (Date.now() > end) throw error;
        await sleep(LATER_MS);
      }
    }
  }

  /** A screen of a launch, loaded again while the server or the EHR is down. */
  async #screen(journey: Journey, screen: 'done' | 'review' | 'safety'): Promise<Page> {
    for (;;) {
      const before = this.#drafts;
      const page = await journey.screen(screen).catch(() => null);
      if (page !== null && page.status < 500 && !isBeingRead(page))
        return this.#checked(page, screen, before);
      if (Date.now() > this.#deadline) throw new Error(`${screen} did not come`);
      await sleep(LATER_MS);
    }
  }

  /** Null where the answer was lost, or the page offers no such button: then the draft stands, or Safety says why. */
  async #press(
    journey: Journey,
    review: Page,
    typed: Readonly<Record<string, string>>,
  ): Promise<Page | null> {
    const before = this.#drafts;
    const page = await journey.browser.press(review, 'write', typed).catch(() => null);
    return page === null || page.status >= 500 ? null : this.#checked(page, 'write', before);
  }

  #checked(page: Page, asked: string, before: number): Page {
    if (/This chart is no longer open here/.test(page.html)) throw new Error('the launch was lost');
    const wrong = wrongWords(page, asked, { before, after: this.#drafts, users: this.#mishap.users });
    if (wrong !== null) this.#wrong.push(wrong);
    return page;
  }

  #switch(faults: object): void {
    const wrong = this.#sandbox.faults.replaceFor(this.#patient, faults);
    if (wrong !== null) throw new Error(wrong);
  }

  async #saved(): Promise<void> {
    for (let tries = 0; tries < 60 && this.#drafts === 0; tries += 1) await sleep(50);
  }
}

function isBeingRead({ html }: Page): boolean {
  return html.includes('This page updates by itself as parts arrive');
}
