/** `npm run site -- check <issuer>`: exit 0 when a launch can work, 1 when something stops it, 2 on bad input or settings. */
import { siteReport } from './site-report.ts';

const USAGE =
  'Usage: npm run site -- check <issuer>   (an issuer of the sites file, exactly as it stands there)';

const [verb, issuer, ...more] = process.argv.slice(2);
if (verb !== 'check' || issuer === undefined || more.length > 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const { exit, text } = await siteReport(issuer);
  if (exit === 2) console.error(text);
  else console.log(text);
  process.exitCode = exit;
}
