/** Where the app's own files begin, whatever command started it and from wherever. */
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';

/** The standalone server moves into its own folder, which the next build, or the next version, empties. */
function buildFolder(workingFolder: string): string | null {
  return existsSync(/*turbopackIgnore: true*/ join(workingFolder, 'server.js')) ? workingFolder : null;
}

/** The project of a build that stands in it (`.next/standalone`); else the working folder. */
export function appFolder(workingFolder: string): string {
  const build = buildFolder(workingFolder);
  return build !== null && basename(build) === 'standalone' ? dirname(dirname(build)) : workingFolder;
}

/** What is kept there is lost at the next build or upgrade. */
export function isInBuildFolder(path: string, workingFolder: string): boolean {
  const build = buildFolder(workingFolder);
  return build !== null && resolve(path).startsWith(resolve(build) + sep);
}
