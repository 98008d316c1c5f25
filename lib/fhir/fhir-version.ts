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

/** R4 and R4B differ in no element this app reads. */
export function isReadable(version: string): boolean {
  return READ.has(releaseOf(version));
}
