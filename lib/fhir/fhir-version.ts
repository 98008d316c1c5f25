/** FHIR releases by the version number that statements and profiles carry. */

const RELEASES: readonly (readonly [start: string, name: string])[] = [
  ['0.', 'DSTU1'],
  ['1.', 'DSTU2'],
  ['3.', 'STU3'],
  ['4.0', 'R4'],
  ['4.3', 'R4B'],
  ['5.', 'R5'],
  ['6.', 'R6'],
];

const READ: ReadonlySet<string> = new Set(['R4', 'R4B']);

/** "R4", "STU3"; a ballot or unknown version goes by its number alone. */
export function releaseOf(version: string): string {
  const minor = version.split('.').slice(0, 2).join('.');
  return (
    RELEASES.find(([start]) => (start.endsWith('.') ? version.startsWith(start) : minor === start))?.[1] ??
    version
  );
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ['DSTU1', 'R1'],
  ['DSTU2', 'R2'],
  ['STU3', 'R3'],
]);

/** By each name people know it by: "FHIR R3 (STU3), version 3.0.2". */
export function releaseInFull(version: string): string {
  const release = releaseOf(version);
  const short = SHORT.get(release);
  return `FHIR ${short === undefined ? release : `${short} (${release})`}, version ${version}`;
}

/** R4 and R4B differ in no element this app reads. */
export function isReadable(version: string): boolean {
  return READ.has(releaseOf(version));
}
