/** Sorts one row after the other: to a patient's bucket, to the rows all share, or to those without a place; counts each once. */
import path from 'node:path';
import { outcomeProblems } from '#lib/chart/read/outcome-problems.ts';
import { CHART_PARTS, isChartPart } from '#lib/chart/read/raw-chart.ts';
import type { JsonObject } from '#lib/fhir/fields.ts';
import { exportGaps, type FileCame, inOrder, typesUnasked } from '#lib/population/export/gaps.ts';
import { notRead } from '#lib/population/export/not-read.ts';
import { type ExportFile, type ExportFolder, goesOnIn } from '#lib/population/export/open-export.ts';
import { type Line, readLines } from '#lib/population/export/read-lines.ts';
import { type ExportRow, patientIn, readRow, type Unplaced } from '#lib/population/export/row.ts';
import { RowScanner } from '#lib/population/export/row-scanner.ts';
import type { Words } from '#lib/words/words-for.ts';
import { bucketNames, splitLarge } from './bucket-sizes.ts';
import { Buckets, type RowHead } from './buckets.ts';
import type { Partition, RowCounts } from './plan.ts';
import { headFrom, parsed, typeInName, withoutReturn } from './row-head.ts';
import { SaidForAll } from './said-for-all.ts';
import { type SharedRowsWriter, writeSharedRows } from './shared-rows.ts';
import { UnplacedRows } from './unplaced-rows.ts';

/** Of these no rule reads more than that they are there. */
const DOCUMENTS: ReadonlySet<string> = new Set(['Binary', 'DocumentReference', 'Media']);

export interface AskedOfExport {
  readonly standingWarnings: readonly string[];
  /** Types of which this EHR keeps no rows. */
  readonly without: readonly string[];
  readonly stop?: AbortSignal;
}

export class Sorter {
  readonly #words: Words;
  readonly #source: ExportFolder;
  readonly #folder: string;
  readonly #asked: AskedOfExport;
  readonly #buckets: Buckets;
  readonly #shared: SharedRowsWriter;
  readonly #unplaced: UnplacedRows;
  readonly #files: FileCame[] = [];
  readonly #types = new Set<string>();
  readonly #saidForAll = new SaidForAll();
  readonly #counts: { -readonly [Count in keyof RowCounts]: RowCounts[Count] } = {
    read: 0,
    placed: 0,
    inBuckets: 0,
    shared: 0,
    ofNobody: 0,
    blockHeaders: 0,
    outcomes: 0,
    deletions: 0,
    unplaced: 0,
    broken: 0,
    tooLarge: 0,
  };
  readonly #ofNobody = new Map<string, number>();
  /** Of the file that is read now. */
  #block: string | null = null;
  #rows = 0;
  #isBroken = false;
  #typeOfFile: string | null = null;

  constructor(words: Words, source: ExportFolder, folder: string, bytes: number, asked: AskedOfExport) {
    this.#words = words;
    this.#source = source;
    this.#folder = folder;
    this.#asked = asked;
    this.#buckets = new Buckets(path.join(folder, 'buckets'), bucketNames(bytes), 0);
    this.#shared = writeSharedRows(path.join(folder, 'shared.sqlite'));
    this.#unplaced = new UnplacedRows(path.join(folder, 'unplaced.ndjson'));
  }

  async read(file: ExportFile): Promise<void> {
    this.#block = null;
    this.#rows = 0;
    this.#isBroken = false;
    this.#typeOfFile = file.listed?.type ?? typeInName(file.name);
    if (this.#typeOfFile !== null && file.listed?.kind !== 'outcome') this.#types.add(this.#typeOfFile);
    const ended = await readLines(file.path, (line) => this.#take(line, file));
    const isCut = ended === 'cut' || this.#isBroken;
    this.#files.push({ listed: file.listed, type: this.#typeOfFile, rows: this.#rows, isCut });
    const next = file.listed?.continuesIn ?? null;
    if (this.#block !== null && next !== null && !goesOnIn(this.#source, next)) {
      this.#missed(this.#block, this.#words.population.rows.blockCut);
    }
  }

  async finish(): Promise<Partition> {
    const folder = path.join(this.#folder, 'buckets');
    const buckets = await splitLarge(folder, this.#buckets.close());
    const sharedHash = this.#shared.close();
    const came = {
      manifests: this.#source.manifests,
      missing: this.#source.missing,
      files: this.#files,
      types: this.#types,
      without: this.#asked.without,
    };
    return {
      fingerprint: this.#source.fingerprint,
      sharedHash,
      buckets,
      rows: this.#counts,
      ofNobody: Object.fromEntries([...this.#ofNobody].sort()),
      unplaced: this.#unplaced.close(),
      outcomes: this.#saidForAll.outcomes(),
      gaps: inOrder([...exportGaps(came), ...this.#saidForAll.gaps()]),
      notExported: typesUnasked(came, CHART_PARTS),
    };
  }

  #take(line: Line, file: ExportFile): void {
    this.#asked.stop?.throwIfAborted();
    if ('scanned' in line) {
      this.#takeLarge(line, file);
      return;
    }
    const bytes = withoutReturn(line.bytes);
    if (bytes.length === 0) return;
    this.#rows += 1;
    this.#counts.read += 1;
    const json = parsed(bytes);
    if (json === undefined) this.#takeBroken(bytes, line, file);
    else this.#place(json, bytes, line, file);
  }

  #place(json: unknown, bytes: Buffer, line: Line, file: ExportFile): void {
    const row = this.#inBlock(readRow(json));
    switch (row.kind) {
      case 'block':
        this.#block = row.patient;
        this.#counts.blockHeaders += 1;
        break;
      case 'outcome':
        this.#counts.outcomes += 1;
        this.#outcome(json as JsonObject, row.patients, bytes);
        break;
      case 'deleted':
        this.#counts.deletions += 1;
        for (const key of row.keys) this.#shared.addDeleted(key);
        break;
      case 'shared':
        this.#seen(row.type);
        this.#counts.shared += 1;
        this.#share(json as JsonObject, row.type, bytes);
        break;
      case 'nobodys':
        this.#counts.ofNobody += 1;
        this.#ofNobody.set(row.type, (this.#ofNobody.get(row.type) ?? 0) + 1);
        break;
      case 'chart':
        this.#seen(row.type);
        this.#counts.placed += 1;
        for (const patient of row.patients)
          this.#keep(headFrom(json as JsonObject, row.type, patient), bytes);
        break;
      case 'unplaced':
        if (row.type !== null) this.#seen(row.type);
        this.#leave(row.why, row.type, file, line, bytes);
        break;
    }
    if (file.listed?.kind === 'outcome' && row.kind !== 'outcome') this.#saidForAll.unreadable();
  }

  /** In the block of a patient stands what is that patient's, and what says otherwise is shown to both. */
  #inBlock(row: ExportRow): ExportRow {
    const block = this.#block;
    if (block === null) return row;
    if (row.kind === 'chart') return { ...row, patients: [...new Set([...row.patients, block])] };
    if (row.kind === 'outcome' && row.patients.length === 0) return { ...row, patients: [block] };
    if (row.kind === 'unplaced' && row.why === 'no-patient' && row.type !== null && row.type !== 'Bundle')
      return { kind: 'chart', type: row.type, patients: [block] };
    return row;
  }

  #outcome(json: JsonObject, patients: readonly string[], bytes: Buffer): void {
    if (outcomeProblems(json, '', this.#asked.standingWarnings).length === 0) return;
    if (patients.length === 0) this.#saidForAll.add(bytes.toString('utf8'));
    for (const patient of patients) this.#keep(headFrom({}, 'OperationOutcome', patient), bytes);
  }

  #share(json: JsonObject, type: string, bytes: Buffer): void {
    if (typeof json.id !== 'string') return;
    const { version, updated } = headFrom(json, type, '');
    this.#shared.add({ type, id: json.id, version, updated, text: bytes.toString('utf8') });
  }

  /** The patient is told where the row names one before it breaks. */
  #takeBroken(bytes: Buffer, line: Line, file: ExportFile): void {
    const scanned = new RowScanner();
    scanned.scan(bytes);
    this.#counts.broken += 1;
    if (!line.isEnded) this.#isBroken = true;
    if (scanned.type !== null) this.#typeOfFile = scanned.type;
    if (scanned.type !== null) this.#seen(scanned.type);
    const patient = patientIn({ reference: scanned.patient }) ?? this.#block;
    if (patient !== null) this.#missed(patient, this.#words.population.rows.broken(scanned.type));
    if (file.listed?.kind === 'outcome') this.#saidForAll.unreadable();
    this.#leave('no-json', scanned.type, file, line, bytes);
  }

  #takeLarge(line: Extract<Line, { scanned: object }>, file: ExportFile): void {
    this.#rows += 1;
    this.#counts.read += 1;
    const { type, id } = line.scanned;
    const patient = patientIn({ reference: line.scanned.patient }) ?? this.#block;
    if (type !== null) this.#seen(type);
    if (!line.isEnded) this.#isBroken = true;
    if (patient === null || type === null) {
      this.#leave('too-large', type, file, line, null);
      return;
    }
    this.#counts.tooLarge += 1;
    if (DOCUMENTS.has(type)) {
      this.#keep(headFrom({ id }, type, patient), Buffer.from(JSON.stringify({ resourceType: type, id })));
    } else this.#missed(patient, this.#words.population.rows.tooLarge(type));
  }

  #keep(head: RowHead, bytes: Buffer): void {
    this.#counts.inBuckets += 1;
    this.#buckets.add(head, bytes);
  }

  /** Something of this patient was not read. */
  #missed(patient: string, said: string): void {
    const outcome = notRead(said);
    this.#keep(headFrom({}, 'OperationOutcome', patient), Buffer.from(JSON.stringify(outcome)));
  }

  #leave(why: Unplaced, type: string | null, file: ExportFile, line: Line, bytes: Buffer | null): void {
    this.#counts.unplaced += 1;
    this.#unplaced.add({ why, type, file: file.name, line: line.number }, bytes);
  }

  #seen(type: string): void {
    this.#types.add(type);
    if (isChartPart(type)) this.#typeOfFile ??= type;
  }
}
