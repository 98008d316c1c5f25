/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  outputFileTracingRoot: import.meta.dirname,
  outputFileTracingIncludes: { '/**': ['./lib/terminology/tables/**'] },
};

export default config;
