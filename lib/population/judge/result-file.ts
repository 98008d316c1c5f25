/** What came of one bucket: one line a patient in order of their ids, and what they sum to. */
import type { Digest } from './digest.ts';

/** The last line. */
export interface BucketSums {
  readonly patients: number;
  readonly deletedPatients: number;
  readonly rows: {
    readonly judged: number;
    readonly older: number;
    readonly repeated: number;
    readonly deleted: number;
    /** Of charts that were not judged. */
    readonly setAside: number;
  };
}

export interface ResultLine {
  readonly patient: string;
  readonly digest: Digest;
  /** As `assess --ndjson` prints it. */
  readonly text: string;
}

export const resultLine = ({ patient, digest, text }: ResultLine) =>
  `${JSON.stringify(patient)}\t${JSON.stringify(digest)}\t${text}\n`;

/** A line of results, or the sums at their end. */
export function readResultLine(line: string): ResultLine | BucketSums {
  if (line.startsWith('{')) return JSON.parse(line);
  const [patient = '', digest = ''] = line.split('\t', 2);
  const text = line.slice(patient.length + digest.length + 2);
  return { patient: JSON.parse(patient), digest: JSON.parse(digest), text };
}
