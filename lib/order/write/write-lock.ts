/** One writer a patient: the lock, and the patient's line of the journal behind it. */
import type { DraftJournal } from '#lib/store/journal.ts';
import { type DraftRecord, journalKey, type PatientDrafts, withRecord } from './draft-journal.ts';

export interface LockSetting {
  readonly launch: { readonly issuer: string; readonly patientId: string };
  readonly journal: DraftJournal;
  readonly pause: (ms: number) => Promise<void>;
}

/** Longer than one answer may take. A process that dies holds the patient's lock no longer than this. */
const LEASE_MS = 60_000;
/** How long a second click waits for the first to end. */
const WAIT_STEP_MS = 500;
const WAIT_STEPS = 40;

/** Waits for the lock of this patient; null when another writer does not end. */
export async function lockPatient({ launch, journal, pause }: LockSetting): Promise<JournalLine | null> {
  const key = journalKey(launch);
  for (let step = 0; step < WAIT_STEPS; step += 1) {
    const known = (await journal.read<PatientDrafts>(key))?.payload ?? { drafts: [] };
    const begun = await journal.begin<PatientDrafts>(key, known, LEASE_MS);
    if (begun.held) {
      return new JournalLine(journal, key, begun.entry.version, begun.previous?.payload ?? known);
    }
    await pause(WAIT_STEP_MS);
  }
  return null;
}

/** The drafts this app has made for the patient, as long as the lock is held. */
export class JournalLine {
  readonly #journal: DraftJournal;
  readonly #key: string;
  #version: number;
  #drafts: PatientDrafts;

  constructor(journal: DraftJournal, key: string, version: number, drafts: PatientDrafts) {
    this.#journal = journal;
    this.#key = key;
    this.#version = version;
    this.#drafts = drafts;
  }

  get drafts(): readonly DraftRecord[] {
    return this.#drafts.drafts;
  }

  /** Keeps this record and renews the lock. False when another took the lock over: then nothing may be sent. */
  async record(record: DraftRecord): Promise<boolean> {
    this.#drafts = withRecord(this.#drafts, record);
    const entry = await this.#journal.record(this.#key, this.#version, this.#drafts, LEASE_MS);
    if (entry !== null) this.#version = entry.version;
    return entry !== null;
  }

  /** Frees the lock. */
  async end(): Promise<void> {
    await this.#journal.end(this.#key, this.#version, this.#drafts);
  }
}
