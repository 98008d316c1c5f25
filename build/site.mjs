/** `node site.mjs check <issuer>` beside the built server, in the image too: has the running server check a site. Exits as `npm run site`. */
const [verb, issuer, ...more] = process.argv.slice(2);
if (verb !== 'check' || issuer === undefined || more.length > 0) {
  console.error(
    'Usage: node site.mjs check <issuer>   (an issuer of the sites file, exactly as it stands there)',
  );
  process.exit(2);
}
const address = `http://127.0.0.1:${process.env.PORT || 3000}/site-check?${new URLSearchParams({ issuer })}`;
const answer = await fetch(address).catch(() => null);
if (!answer?.ok) {
  console.error(
    `The server does not answer on this machine's port ${process.env.PORT || 3000}: start it first.`,
  );
  process.exit(2);
}
const { exit, text } = await answer.json();
console[exit === 2 ? 'error' : 'log'](text);
process.exitCode = exit;
