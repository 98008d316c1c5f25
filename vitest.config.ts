import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './test/closing-line-reporter.ts'],
    projects: [
      {
        test: {
          name: 'core',
          maxWorkers: 2,
          // The core keeps no state between calls; loading its tables and validator once a worker halves the time.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/journeys/**', 'test/operations/servers/**'],
          // Some tests start a process; on a busy machine that takes seconds.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts', 'test/operations/servers/**/*.test.ts'],
          globalSetup: ['test/journeys/start-demo.ts'],
          setupFiles: ['test/journeys/started.ts'],
          testTimeout: 60_000,
          hookTimeout: 240_000,
          // A real browser on a busy machine: one second chance, which the report names.
          retry: 1,
          // Each worker has an app and a pretend EHR of its own: fault switches are the EHR's. Some tests only wait: three for two cores.
          maxWorkers: 3,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
