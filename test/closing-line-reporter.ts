/**
 * Ends a run with what was skipped and why, and its last line: "N passed, N failed", alone on its line, so that a person and a script read the
 * same.
 */
import type { Reporter, TestCase, TestModule } from 'vitest/node';

export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    const skips = new Map<string, number>();
    for (const module of modules) {
      if (module.errors().length > 0) count.failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed' || state === 'failed' || state === 'skipped') count[state] += 1;
        if (state === 'skipped') skips.set(whyOf(test), (skips.get(whyOf(test)) ?? 0) + 1);
      }
    }
    const told = [...skips].map(([why, times]) => `skipped ${times}: ${why}\n`);
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
    process.once('exit', () =>
      process.stdout.write(`\n${told.join('')}${count.passed} passed, ${count.failed} failed${skipped}\n`),
    );
  }
}

/** The group or test that names its reason in brackets, as each that may be skipped does. */
function whyOf(test: TestCase): string {
  const names = test.fullName.split(' > ');
  const reasoned = names.find((name) => /\(.*\)/.test(name)) ?? names.at(-1);
  return `${test.module.relativeModuleId}: ${reasoned}`;
}
