/** The version of this app: on every page, in /health, metrics, log lines and the assessment note. */
import about from '../../package.json' with { type: 'json' };

/** "0.1.0". @see https://semver.org */
export const VERSION: string = about.version;
