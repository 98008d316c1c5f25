/** A browser as far as a launch needs one: it keeps cookies and follows the app's answers. */
import { beginLaunch, type Onward } from '#lib/launch/begin-launch.ts';
import type { CookieReader } from '#lib/launch/cookies.ts';
import { isLaunchFailure } from '#lib/launch/failure.ts';
import { finishLaunch } from '#lib/launch/finish-launch.ts';
import type { LaunchFailure } from '#lib/launch/session.ts';
import { beginWork } from '#lib/visit/begin-work.ts';
import { ISSUER, type SecondEhr } from './second-ehr.ts';

export class Browser implements CookieReader {
  readonly jar = new Map<string, string>();

  get(name: string): { value: string } | undefined {
    const value = this.jar.get(name);
    return value === undefined ? undefined : { value };
  }

  getAll(): { name: string; value: string }[] {
    return [...this.jar].map(([name, value]) => ({ name, value }));
  }

  keep<T extends Onward | LaunchFailure>(outcome: T): T {
    if (isLaunchFailure(outcome)) return outcome;
    for (const line of outcome.cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (line.includes('Max-Age=0')) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return outcome;
  }

  /** From the EHR's call to its authorization page. */
  async begin(query: Record<string, string> = { iss: ISSUER, launch: 'opaque' }): Promise<string> {
    const begun = this.keep(await beginLaunch(new URLSearchParams(query), this));
    if (isLaunchFailure(begun)) throw new Error(`${begun.code}: ${begun.detail}`);
    return begun.location;
  }

  async finish(answer: URLSearchParams, path = '/callback'): Promise<Onward | LaunchFailure> {
    return this.keep(await finishLaunch(answer, this, path, beginWork));
  }

  /** A whole launch. */
  async launch(ehr: SecondEhr, query?: Record<string, string>): Promise<Onward | LaunchFailure> {
    return this.finish(ehr.approve(await this.begin(query)));
  }

  /** A whole launch that succeeds: its id. */
  async launched(ehr: SecondEhr): Promise<string> {
    return launchIdOf(await this.launch(ehr));
  }
}

export function launchIdOf(outcome: Onward | LaunchFailure): string {
  if (isLaunchFailure(outcome)) throw new Error(`${outcome.code}: ${outcome.detail}`);
  const id = /\/chart\/([A-Za-z0-9_-]{43})\/safety$/.exec(outcome.location)?.[1];
  if (id === undefined) throw new Error(`not the safety page: ${outcome.location}`);
  return id;
}

export function codeOf(outcome: object): string {
  return isLaunchFailure(outcome) ? outcome.code : 'none';
}
