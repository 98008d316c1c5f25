/** What of an export was not read, for everybody in it. */
import type { ChartPart } from '#lib/chart/ledger.ts';
import { isChartPart } from '#lib/chart/read/raw-chart.ts';
import type { ListedFile, Manifest } from './manifest.ts';

export type ExportGap =
  /** Asked for by name, or the orders: and no file of it came. */
  | { readonly code: 'type-not-exported'; readonly type: ChartPart }
  | { readonly code: 'file-missing'; readonly type: string | null; readonly kind: ListedFile['kind'] }
  | {
      readonly code: 'rows-missing';
      readonly type: string | null;
      readonly came: number;
      readonly total: number;
    }
  /** It breaks off in the middle of a row. */
  | { readonly code: 'file-cut'; readonly type: string | null }
  | { readonly code: 'manifest-missing' }
  | { readonly code: 'manifest-unreadable' }
  | { readonly code: 'outcome-unreadable' }
  | { readonly code: 'more-outcomes'; readonly more: number };

/** What came of one file. */
export interface FileCame {
  readonly listed: ListedFile | null;
  readonly type: string | null;
  readonly rows: number;
  readonly isCut: boolean;
}

interface Came {
  readonly manifests: readonly Manifest[];
  readonly missing: readonly ListedFile[];
  readonly files: readonly FileCame[];
  /** Types of which a row or a file came. */
  readonly types: ReadonlySet<string>;
  /** Types of which this EHR keeps no rows, as whoever runs this says. */
  readonly without: readonly string[];
}

/** In one order, each once, whatever file they come from. */
export function exportGaps(came: Came): readonly ExportGap[] {
  const { manifests, files } = came;
  const gaps: ExportGap[] = [
    ...typesMissing(came),
    ...filesMissing(came),
    ...files.flatMap(({ isCut, type }): ExportGap[] => (isCut ? [{ code: 'file-cut', type }] : [])),
    ...files.flatMap(({ listed, type, rows }): ExportGap[] =>
      listed?.count != null && rows < listed.count
        ? [{ code: 'rows-missing', type: listed.type ?? type, came: rows, total: listed.count }]
        : [],
    ),
  ];
  // Of a manifest in parts the last one alone has no next.
  if (manifests.length > 0 && manifests.every(({ hasNext }) => hasNext)) {
    gaps.push({ code: 'manifest-missing' });
  }
  if (manifests.some(({ isOdd }) => isOdd)) gaps.push({ code: 'manifest-unreadable' });
  return inOrder(gaps);
}

export function inOrder(gaps: readonly ExportGap[]): readonly ExportGap[] {
  return [...new Set(gaps.map((gap) => JSON.stringify(gap)))].sort().map((gap) => JSON.parse(gap));
}

/** Parts of a chart that did not come and that nobody said would: no gap, and told once. */
export function typesUnasked(
  { types, manifests }: Pick<Came, 'types' | 'manifests'>,
  parts: readonly ChartPart[],
) {
  const asked = new Set(manifests.flatMap(({ asked }) => asked ?? []));
  return parts.filter((part) => !types.has(part) && !asked.has(part));
}

/** Without orders nothing can be told, whoever says that there are none. */
function typesMissing({ manifests, types, without }: Came): ExportGap[] {
  const asked = manifests.flatMap(({ asked }) => asked ?? []).filter(isChartPart);
  return ['MedicationRequest' as const, ...asked]
    .filter((type) => !types.has(type) && (type === 'MedicationRequest' || !without.includes(type)))
    .map((type) => ({ code: 'type-not-exported', type }));
}

/** Kept under other names than the server's they are told by their number alone. */
function filesMissing({ missing, files }: Came): ExportGap[] {
  const unlisted = files.filter(({ listed }) => listed === null);
  const isRenamed = files.every(({ listed }) => listed === null);
  return missing
    .filter(({ count }) => count !== 0)
    .filter(({ kind, type }) => {
      if (!isRenamed) return true;
      const wanted = missing.filter(
        (file) => file.kind === kind && file.type === type && file.count !== 0,
      ).length;
      return (
        unlisted.filter((file) => kind !== 'output' || file.type === type || type === null).length < wanted
      );
    })
    .map(({ type, kind }) => ({ code: 'file-missing', type, kind }));
}
