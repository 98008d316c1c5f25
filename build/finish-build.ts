/** What `next build` leaves undone before the standalone folder can be run, and copied, as it is. Run by `npm run build`. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ANY_ADDRESS = "process.env.HOSTNAME || '0.0.0.0'";
/** The name of the machine, which shells and container engines put there, is no wish to be reached by it. */
const LOOPBACK_UNLESS_ASKED =
  "(process.env.HOSTNAME === require('node:os').hostname() ? '' : process.env.HOSTNAME) || '127.0.0.1'";

/**
 * Takes secrets out, puts static files in, puts the list of actions and the check of sites beside the server, and has the server listen on loopback unless HOSTNAME says otherwise.
 *
 * @throws Error where Next's server is no longer as it is known here.
 */
export function finishBuild(project: string, dist: string): void {
  const standalone = join(project, dist, 'standalone');
  for (const file of readdirSync(standalone)) if (file.startsWith('.env')) rmSync(join(standalone, file));
  if (existsSync(join(project, 'public')))
    cpSync(join(project, 'public'), join(standalone, 'public'), { recursive: true });
  cpSync(join(project, dist, 'static'), join(standalone, dist, 'static'), { recursive: true });
  writeFileSync(join(standalone, 'server-actions.json'), JSON.stringify(actionNames(join(project, dist))));
  cpSync(join(import.meta.dirname, 'site.mjs'), join(standalone, 'site.mjs'));
  const server = join(standalone, 'server.js');
  const text = readFileSync(server, 'utf8');
  if (!text.includes(ANY_ADDRESS))
    throw new Error('server.js no longer chooses its address as it did: look at it');
  writeFileSync(server, text.replace(ANY_ADDRESS, LOOPBACK_UNLESS_ASKED));
}

/** By which forms and pages call the actions of this build, sorted. */
export function actionNames(dist: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(dist, 'server', 'server-reference-manifest.json'), 'utf8'));
  return Object.keys(manifest.node).sort();
}

if (import.meta.main) finishBuild(process.cwd(), process.env.NEXT_DIST_DIR || '.next');
