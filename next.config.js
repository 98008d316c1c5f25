import { createHash } from 'node:crypto';

/** POLICY: see REQUEST_LIMIT_BYTES in proxy.ts; this holds for requests that do not say how large they are. */
const LARGEST_REQUEST = '256kb';

/**
 * The names of the Server Actions are made with it: every build of one source then takes the forms of every other, and a page that is open
 * while the app is upgraded can still be sent. It keeps no secret: no action of this app closes over a value, and what a form may do is held
 * by the launch's cookie and token. A deployment may give its own, to the build and to the server.
 */
process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ||= createHash('sha256')
  .update('ldn-titration')
  .digest('base64');

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  // `npm run check` checks types, tests among them; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingRoot: import.meta.dirname,
  // Next's image resizing, which no page uses: 20 MB, LGPL among it. docs/licences.md is made with this list.
  outputFileTracingExcludes: {
    '**': [
      './node_modules/@img/**',
      './node_modules/sharp/**',
      './node_modules/semver/**',
      './node_modules/detect-libc/**',
      // Measures of fonts, for a build that loads some.
      './node_modules/next/dist/server/capsize-font-metrics.json',
    ],
  },
  outputFileTracingIncludes: {
    '/**': ['./lib/terminology/tables/**', './LICENSE', './NOTICE', './docs/licences.md'],
  },
  experimental: {
    // A machine that builds once has nothing to read back; elsewhere it halves the build after an edit.
    turbopackFileSystemCacheForBuild: !process.env.CI,
    // Nothing reads them: the log tells places in the built code.
    turbopackSourceMaps: process.env.NODE_ENV === 'development',
    proxyClientMaxBodySize: LARGEST_REQUEST,
    serverActions: { bodySizeLimit: LARGEST_REQUEST },
  },
};

export default config;
