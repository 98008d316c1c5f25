/**
 * `$export` of the pretend EHR: kick-off, status, files and deletion, for a client with a system scope.
 * @see Bulk Data Access 3.0.0
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Resource } from '@medplum/fhirtypes';
import type { Faults } from '../faults.ts';
import type { IndexedRepository } from '../fhir/indexed-repository.ts';
import { servedTypes } from '../fhir/served-types.ts';
import { parseJson, readBody, send, sendJson } from '../http.ts';

interface Parts {
  readonly fhirBase: string;
  readonly repository: IndexedRepository;
  readonly faults: Faults;
  /** Scopes of a client's token; null where it is unknown or has ended. */
  readonly scopesOf: (token: string) => Promise<readonly string[] | null>;
}

interface Export {
  readonly request: string;
  readonly asked: readonly string[] | null;
  readonly types: readonly string[];
  readonly inBlocks: boolean;
  readonly made: string;
  /** Looks at the status that are still answered with "not yet". */
  looks: number;
}

const NDJSON = 'application/fhir+ndjson';
const ROWS_A_FILE = 150;
const BODY_LIMIT = 100_000;

export class BulkExports {
  readonly #parts: Parts;
  readonly #exports = new Map<string, Export>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Exports that were not deleted. */
  get kept(): number {
    return this.#exports.size;
  }

  /** @returns false where the path is none of these. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: URLSearchParams,
  ): Promise<boolean> {
    const isKickOff = /^\/(?:Group\/[^/]+\/)?\$export$/.test(path);
    const [, id, what] = /^\/bulk\/([\w-]+)(?:\/(.+))?$/.exec(path) ?? [];
    if (!isKickOff && id === undefined) return false;
    const bulk = this.#parts.faults.for(null).bulk ?? {};
    if (
      bulk.busy !== undefined &&
      this.#parts.faults.strikes(`bulk busy ${isKickOff ? 'kick-off' : 'later'}`, bulk.busy)
    ) {
      response.setHeader('retry-after', '0');
      refuse(response, 429, 'throttled');
      return true;
    }
    if (!(await this.#mayExport(request, response))) return true;
    if (isKickOff) await this.#kickOff(request, response, path, query);
    else {
      if (what?.endsWith('.ndjson')) await sleep(bulk.fileDelayMs ?? 0);
      this.#serve(request, response, id ?? '', what ?? null);
    }
    return true;
  }

  async #mayExport(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { faults, scopesOf } = this.#parts;
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const at = faults.for(null).bulk?.tokenEndsAt;
    const isEnded = at !== undefined && faults.count('bulk requests') === at;
    const scopes = token === undefined || isEnded ? null : await scopesOf(token);
    if (scopes === null) refuse(response, 401, 'login');
    else if (!scopes.includes('system/*.rs')) refuse(response, 403, 'forbidden');
    return scopes?.includes('system/*.rs') ?? false;
  }

  async #kickOff(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: URLSearchParams,
  ): Promise<void> {
    const { fhirBase, faults } = this.#parts;
    const bulk = faults.for(null).bulk ?? {};
    if (request.method === 'GET' && bulk.postOnly) {
      refuse(response, 405, 'not-supported');
      return;
    }
    const asked =
      request.method === 'POST' ? parametersIn(parseJson(await readBody(request, BODY_LIMIT))) : query;
    if (asked.has('organizeOutputBy') && bulk.noBlocks) {
      refuse(response, 400, 'invalid');
      return;
    }
    const named = asked
      .getAll('_type')
      .flatMap((list) => list.split(','))
      .filter(Boolean);
    const known = servedTypes.map(({ type }) => type as string);
    const id = randomBytes(9).toString('base64url').replaceAll('_', '-');
    this.#exports.set(id, {
      request: `${fhirBase}${path}?${asked}`,
      asked: named.length > 0 ? named : null,
      types: (named.length > 0 ? named : known).filter((type) => type !== bulk.missingType),
      inBlocks: asked.get('organizeOutputBy') === 'Patient',
      made: '2026-03-02T09:00:00Z',
      looks: bulk.looks ?? 1,
    });
    response.writeHead(202, { 'content-location': `${fhirBase}/bulk/${id}` }).end();
  }

  #serve(request: IncomingMessage, response: ServerResponse, id: string, what: string | null): void {
    const wanted = this.#exports.get(id);
    if (wanted === undefined) {
      refuse(response, 404, 'not-found');
      return;
    }
    if (request.method === 'DELETE') {
      this.#exports.delete(id);
      response.writeHead(202).end();
      return;
    }
    const files = this.#files(wanted);
    if (what === null || /^\d+$/.test(what)) {
      this.#status(response, wanted, id, files, Number(what ?? 1));
      return;
    }
    const text = files.find(({ name }) => name === what)?.text;
    if (text === undefined) {
      refuse(response, 404, 'not-found');
      return;
    }
    const isCut =
      this.#parts.faults.for(null).bulk?.cutLastLine === true && what.startsWith('MedicationRequest');
    send(response, 200, NDJSON, isCut ? text.slice(0, -30) : text);
  }

  #status(
    response: ServerResponse,
    wanted: Export,
    id: string,
    files: readonly OutputFile[],
    part: number,
  ): void {
    const { fhirBase, faults } = this.#parts;
    if (wanted.looks > 0) {
      wanted.looks -= 1;
      response.writeHead(202, { 'retry-after': '0', 'x-progress': 'sorting rows' }).end();
      return;
    }
    const bulk = faults.for(null).bulk ?? {};
    const url = (name: string) => `${fhirBase}/bulk/${id}/${name}`;
    const outcomes = files.filter(({ type }) => type === 'OperationOutcome');
    const output = files.filter(({ type }) => type !== 'OperationOutcome');
    const half = Math.ceil(output.length / 2);
    const shown = bulk.inParts ? (part === 1 ? output.slice(0, half) : output.slice(half)) : output;
    sendJson(response, 200, {
      transactionTime: wanted.made,
      request: wanted.request,
      requiresAccessToken: true,
      output: shown.map(({ name, type, rows, next }) => ({
        ...(type === null ? {} : { type }),
        url: url(name),
        count: rows,
        ...(next === null ? {} : { continuesInFile: url(next) }),
      })),
      [bulk.newSpelling ? 'outcome' : 'error']: outcomes.map(({ name, type }) => ({ type, url: url(name) })),
      ...(bulk.inParts && part === 1 ? { link: [{ relation: 'next', url: url('2') }] } : {}),
    });
  }

  #files(wanted: Export): readonly OutputFile[] {
    const { repository, faults } = this.#parts;
    const errors = faults.for(null).bulk?.errorFile;
    const outcomes: readonly OutputFile[] =
      errors === undefined
        ? []
        : [outputFile('OperationOutcome.1.ndjson', 'OperationOutcome', errors.map(outcomeOf))];
    const rows = wanted.types.flatMap((type) => repository.rows(type));
    const empty = wanted.types
      .filter((type) => repository.rows(type).length === 0)
      .map((type) => outputFile(`${type}.empty.ndjson`, type, []));
    return [...(wanted.inBlocks ? inBlocks(rows, repository) : byType(rows)), ...empty, ...outcomes];
  }
}

interface OutputFile {
  readonly name: string;
  readonly type: string | null;
  readonly rows: number;
  readonly text: string;
  /** File in which its last block goes on. */
  readonly next: string | null;
}

function outputFile(
  name: string,
  type: string | null,
  rows: readonly object[],
  next: string | null = null,
): OutputFile {
  return {
    name,
    type,
    rows: rows.length,
    text: rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
    next,
  };
}

function byType(rows: readonly Resource[]): readonly OutputFile[] {
  return [...Map.groupBy(rows, ({ resourceType }) => resourceType)].map(([type, same]) =>
    outputFile(`${type}.1.ndjson`, type, same),
  );
}

/** A block that is longer than a file goes on in the next, under the same header. */
function inBlocks(rows: readonly Resource[], repository: IndexedRepository): readonly OutputFile[] {
  const files: OutputFile[] = [];
  const nobodys = rows.filter((row) => ownerOf(row, repository) === null);
  if (nobodys.length > 0) files.push(...byType(nobodys));
  let open: object[] = [];
  const name = (index: number) => `blocks.${index}.ndjson`;
  let count = 1;
  const close = (next: boolean) => {
    files.push(outputFile(name(count), null, open, next ? name(count + 1) : null));
    count += 1;
    open = [];
  };
  const byOwner = Map.groupBy(
    rows.filter((row) => ownerOf(row, repository) !== null),
    (row) => ownerOf(row, repository),
  );
  for (const [owner, own] of byOwner) {
    const header = {
      resourceType: 'Parameters',
      parameter: [{ name: 'header', valueReference: { reference: `Patient/${owner}` } }],
    };
    open.push(header);
    for (const row of own) {
      if (open.length >= ROWS_A_FILE) {
        close(true);
        open.push(header);
      }
      open.push(row);
    }
  }
  close(false);
  return files;
}

function ownerOf(row: Resource, repository: IndexedRepository): string | null {
  return row.resourceType === 'Patient' ? (row.id ?? null) : repository.patientOf(row);
}

function outcomeOf(diagnostics: string): object {
  return { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception', diagnostics }] };
}

function parametersIn(json: unknown): URLSearchParams {
  const given = (json as { parameter?: { name: string; valueString?: string }[] }).parameter ?? [];
  return new URLSearchParams(given.map(({ name, valueString }) => [name, valueString ?? '']));
}

function refuse(response: ServerResponse, status: number, code: string): void {
  sendJson(response, status, { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] });
}
