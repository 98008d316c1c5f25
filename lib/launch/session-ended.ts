import type { LaunchFailure } from './session.ts';

/** Thrown to whoever reads or writes with a launch that no longer has a token. */
export class SessionEnded extends Error {
  readonly failure: LaunchFailure;
  constructor(failure: LaunchFailure) {
    super(failure.detail);
    this.name = 'SessionEnded';
    this.failure = failure;
  }
}
