/** `npm run site -- check <issuer>`: exit 0 when a launch can work, 1 when something stops it, 2 on bad input or settings. */
import { SettingsError, settings } from '#lib/settings/environment.ts';
import { checkSite } from './check-site.ts';

const USAGE =
  'Usage: npm run site -- check <issuer>   (an issuer of the sites file, exactly as it stands there)';

async function run([verb, issuer, ...more]: readonly string[]): Promise<number> {
  if (verb !== 'check' || issuer === undefined || more.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const all = settings();
  const site = all.sites.find((listed) => listed.issuer === issuer);
  if (site === undefined) {
    console.error(
      `${issuer} is not in SITES_FILE. It lists:\n${all.sites.map((one) => `  ${one.issuer}`).join('\n')}`,
    );
    return 2;
  }
  const lines = await checkSite(site, all);
  for (const { result, about, text } of lines)
    console.log(`${result.padEnd(6)}  ${about.padEnd(12)}  ${text}`);
  const stops = lines.filter(({ result }) => result === 'stops').length;
  console.log(
    stops === 0
      ? `\n${site.name} can be launched from.`
      : `\n${stops} to put right before ${site.name} can be launched from.`,
  );
  return stops === 0 ? 0 : 1;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
