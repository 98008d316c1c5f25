/** What the EHR knows of one launch: the handle it gives the app in `launch`, and the context that belongs to it. */
import { randomBytes } from 'node:crypto';

export interface Launch {
  readonly patient: string | null;
  readonly encounter: string | null;
  /** Logical id of the Practitioner who is signed in. */
  readonly user: string;
  readonly intent: string | null;
  /** What the link of a CDS Hooks card brings along. @see CDS Hooks 2.0.1, "Link", appContext */
  readonly appContext: string | null;
}

export class Launches {
  readonly #byHandle = new Map<string, Launch>();

  /** A new handle for this context; it says nothing by itself. */
  open(launch: Launch): string {
    const handle = randomBytes(18).toString('base64url');
    this.#byHandle.set(handle, launch);
    return handle;
  }

  find(handle: string): Launch | undefined {
    return this.#byHandle.get(handle);
  }
}
