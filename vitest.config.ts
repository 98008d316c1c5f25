import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './test/closing-line-reporter.ts'],
    projects: [
      {
        test: {
          name: 'core',
          include: ['test/**/*.test.ts'],
          exclude: ['test/journeys/**', 'test/sandbox/**'],
          // Some tests start a process; on a busy machine that takes seconds.
          testTimeout: 30_000,
        },
      },
      { test: { name: 'sandbox', include: ['test/sandbox/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/journeys/start-demo.ts'],
          testTimeout: 60_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
