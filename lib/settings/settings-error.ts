/** What is wrong with the settings. */

/** Settings that are missing or wrong, all of them. The message names each variable and what to do; it never holds a secret. */
export class SettingsError extends Error {
  /** One sentence each. */
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('; '));
    this.name = 'SettingsError';
    this.faults = faults;
  }
}

export function fault(variable: string, problem: string): SettingsError {
  return new SettingsError([`${variable} ${problem}`]);
}
