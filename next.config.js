/** POLICY: see REQUEST_LIMIT_BYTES in proxy.ts; this holds for requests that do not say how large they are. */
const LARGEST_REQUEST = '256kb';

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
