/**
 * Files that a person gives to the pretend EHR -> charts, one patient each: whatever `assess` takes, and a list of resources, a single
 * resource, pages of one search, several patients. What can be no chart is refused by its name, with what to do.
 */
import { isResourceType } from '@medplum/core';
import type { Resource } from '@medplum/fhirtypes';
import { otherVersionOf } from '#lib/chart/read/other-version.ts';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { isObject, type JsonObject } from '#lib/fhir/fields.ts';
import { nextLinks } from '#lib/fhir/next-links.ts';
import { isSameJson } from '#lib/fhir/same-json.ts';
import { bundleRefusalWords } from '#lib/words/en/bundle-refusal.ts';
import { unreadWords } from '#lib/words/en/unread.ts';
import { RequestRefused } from '../http.ts';
import { formatRefused } from './other-formats.ts';

interface GivenFile {
  /** What the refusals call it: "chart.json". */
  readonly name: string;
  readonly text: string;
}

interface GivenRow {
  readonly fullUrl: string | null;
  readonly resource: Resource;
}

export interface GivenChart {
  readonly rows: readonly GivenRow[];
  /** What the file itself says to be missing: a further page, rows that were counted, a warning of the EHR it came from. */
  readonly missing: readonly string[];
}

interface GivenBundle {
  readonly name: string;
  readonly json: JsonObject;
  readonly rows: readonly GivenRow[];
  readonly patient: Resource | null;
}

/** @throws RequestRefused 400 naming the file, what is wrong and what to do. */
export function readUpload(files: readonly GivenFile[]): readonly GivenChart[] {
  const bundles = files.flatMap(bundlesOf);
  return grouped(bundles).map((group) => ({
    rows: group.flatMap(({ rows }) => rows),
    missing: missingFrom(group),
  }));
}

/** A chart given as JSON already. */
export function readGivenBundle(json: unknown): GivenChart {
  const [chart] = grouped(bundlesIn({ name: 'The Bundle', json })).map((group) => ({
    rows: group.flatMap(({ rows }) => rows),
    missing: missingFrom(group),
  }));
  if (chart === undefined) throw refused('The Bundle', 'is empty');
  return chart;
}

function bundlesOf({ name, text }: GivenFile): GivenBundle[] {
  const bare = text.replace(/^\uFEFF/, '').trim();
  if (bare === '') throw refused(name, 'is empty');
  const whole = parsed(bare);
  if (whole !== undefined) return bundlesIn({ name, json: whole });
  const lines = bare.split(/\r?\n/).filter((line) => line.trim() !== '');
  const each = lines.map(parsed);
  if (each.length < 2 || !each.every(isObject)) throw refused(name, formatRefused(bare));
  if (!each.every(({ resourceType }) => resourceType === 'Bundle')) {
    throw refused(
      name,
      `is NDJSON, one ${String(each[0]?.resourceType)} a line, as a bulk export makes for each type. Give one patient as one Bundle: ask the server for Patient/[id]/$everything, or put the patient's lines of all files into one list`,
    );
  }
  return each.flatMap((json, index) => bundlesIn({ name: `${name}, line ${index + 1}`, json }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function bundlesIn({ name, json }: { readonly name: string; readonly json: unknown }): GivenBundle[] {
  if (Array.isArray(json) && json.length > 0 && json.every(isBundle)) {
    return json.flatMap((one, index) => bundlesIn({ name: `${name}, Bundle ${index + 1}`, json: one }));
  }
  const bundle = Array.isArray(json)
    ? { resourceType: 'Bundle', type: 'collection', entry: json.map(asEntry) }
    : json;
  if (!isObject(bundle) || typeof bundle.resourceType !== 'string') {
    throw refused(
      name,
      'is JSON and not FHIR: resourceType is missing. A chart is a FHIR R4 Bundle, or a list of resources',
    );
  }
  if (!isBundle(bundle)) return bundlesIn({ name, json: [bundle] });
  const other = otherVersionOf(bundle);
  if (other !== null) {
    throw refused(
      name,
      `is FHIR ${other}; this app reads R4 and R4B. Export the chart again as R4, or convert it`,
    );
  }
  if (bundle.entry !== undefined && !Array.isArray(bundle.entry))
    throw refused(name, 'has an entry that is no list');
  const rows = rowsOf(name, bundle, 'Bundle');
  const patients = distinct(rows.filter(({ resource }) => resource.resourceType === 'Patient'));
  if (patients.length > 1) {
    throw refused(name, `holds ${patients.length} Patients. Give each patient a Bundle of their own`);
  }
  return [{ name, json: bundle, rows, patient: patients[0]?.resource ?? null }];
}

const isBundle = (json: unknown): boolean => isObject(json) && json.resourceType === 'Bundle';
const asEntry = (resource: unknown) => ({ resource });

/** Bundles within the Bundle are opened: a batch answer holds them. */
function rowsOf(name: string, { entry = [] }: JsonObject, where: string): GivenRow[] {
  return (entry as readonly unknown[]).flatMap((one, index): GivenRow[] => {
    const at = `${where}.entry[${index}]`;
    const resource = isObject(one) ? one.resource : undefined;
    const failed = isObject(one) && isObject(one.response) && /^[45]/.test(String(one.response.status));
    if (failed && resource === undefined) return [];
    if (!isObject(resource) || typeof resource.resourceType !== 'string') {
      throw refused(name, `holds no FHIR resource at ${at}`);
    }
    if (isBundle(resource)) return rowsOf(name, resource, at);
    if (resource.resourceType === 'OperationOutcome') return [];
    if (!isResourceType(resource.resourceType)) {
      throw refused(
        name,
        `holds no FHIR R4 resource at ${at} (resourceType ${JSON.stringify(resource.resourceType)})`,
      );
    }
    if (resource.id !== undefined && typeof resource.id !== 'string')
      throw refused(name, `has an id that is no text at ${at}`);
    const fullUrl = isObject(one) && typeof one.fullUrl === 'string' ? one.fullUrl : null;
    return [{ fullUrl, resource: resource as unknown as Resource }];
  });
}

/** The Bundles of each patient: pages of one search go together, and rows without a Patient go to the only one given. */
function grouped(bundles: readonly GivenBundle[]): GivenBundle[][] {
  const charts: GivenBundle[][] = [];
  for (const bundle of bundles.filter(({ patient }) => patient !== null)) {
    const same = charts.find(
      ([first]) => bundle.patient?.id !== undefined && isSameJson(first?.patient, bundle.patient),
    );
    if (same) same.push(bundle);
    else charts.push([bundle]);
  }
  const [only, ...more] = charts;
  const without = bundles.filter(({ patient }) => patient === null);
  const [first] = without;
  if (first !== undefined && only === undefined) {
    throw refused(
      first.name,
      'holds no Patient. A chart needs exactly one: add the Patient resource to the Bundle',
    );
  }
  if (first !== undefined && more.length > 0) {
    throw refused(
      first.name,
      'holds no Patient, and several patients were given: it is not known whose rows these are',
    );
  }
  only?.push(...without);
  return charts;
}

/** What `assess` would hold against the Bundles as they are; pages that were given too are not missing. */
function missingFrom(bundles: readonly GivenBundle[]): string[] {
  const addresses = new Set(bundles.flatMap(({ json }) => linksOf(json, 'self')));
  const pages = bundles.map(({ json }) => {
    const isWhole = nextLinks(json).every((link) => addresses.has(link));
    return { ...json, ...(isWhole && { link: undefined }) };
  });
  const reading = readBundle(
    pages.length === 1 ? pages[0] : { resourceType: 'Bundle', entry: pages.map(asEntry) },
  );
  if ('refused' in reading)
    throw refused(bundles[0]?.name ?? 'The Bundle', bundleRefusalWords(reading.refused));
  return reading.chart.ledger.problems
    .filter(({ weight }) => weight === 'incomplete')
    .map(({ where, what }) => `${where} ${unreadWords(what)}`);
}

function linksOf({ link }: JsonObject, relation: string): unknown[] {
  return Array.isArray(link)
    ? link.filter((one) => isObject(one) && one.relation === relation).map(({ url }) => url)
    : [];
}

/** Each row once: pages repeat what they include. */
export function distinct(rows: readonly GivenRow[]): GivenRow[] {
  const kept = new Map<string, GivenRow[]>();
  return rows.filter((row) => {
    const { resourceType, id = '' } = row.resource;
    const others = kept.get(`${resourceType}/${id}`) ?? [];
    if (id !== '' && others.some(({ resource }) => isSameJson(resource, row.resource))) return false;
    kept.set(`${resourceType}/${id}`, [...others, row]);
    return true;
  });
}

const refused = (name: string, what: string) => new RequestRefused(400, `${name} ${what}.`);
