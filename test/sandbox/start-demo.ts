/** The app and the pretend EHR side by side, as `npm run demo` and the browser journeys start them. */
import { join } from 'node:path';
import { type AppProcess, startApp } from './app-process.ts';
import { buildApp, PROJECT } from './build-app.ts';
import { demoEnvironment, forgetSessions } from './demo-folder.ts';
import { freePort, isFree } from './free-port.ts';
import { type Sandbox, startSandbox } from './start-sandbox.ts';

interface DemoOptions {
  /** Port of the app; any free one when not given. */
  readonly port?: number;
  /** Port of the pretend EHR; any free one when not given. */
  readonly ehrPort?: number;
  readonly quiet?: boolean;
  /** Private folder for keys, sites file, sessions and the app's log; `.data/demo-<port of the app>` when not given. */
  readonly folder?: string;
  /** How the app is set up to write into the pretend EHR; drafts over FHIR when not given. */
  readonly writeBack?: Parameters<typeof demoEnvironment>[3];
  /** Whether the EHR calls the app whenever a chart is opened; it does when not given. */
  readonly patientView?: boolean;
  /** The app was built a moment ago: building again would take the files from under a server that runs. */
  readonly isBuilt?: boolean;
  /** Next's development server in place of a build: `npm run dev`. */
  readonly isDevelopment?: boolean;
  /** Aborted: what was started so far is stopped and startDemo rejects. */
  readonly signal?: AbortSignal;
}

export interface Demo {
  readonly appUrl: string;
  readonly ehrUrl: string;
  readonly sandbox: Sandbox;
  /** What the app writes to its console. */
  readonly logFile: string;
  /** Kills the app as a crash would; the pretend EHR goes on. */
  killApp(): Promise<void>;
  /** Starts the app again on the same port with the same session store. */
  startAppAgain(): Promise<void>;
  close(): Promise<void>;
}

class PortTaken extends Error {
  constructor(port: number, variable: 'PORT' | 'EHR_PORT', what: string) {
    super(
      `Port ${port}, which ${what} needs, is taken. Stop the program that uses it, or choose another port: ${variable}=${port + 10} npm run demo`,
    );
  }
}

/** @throws PortTaken before anything is started; Error when the build fails or the app does not start. */
export async function startDemo({
  port,
  ehrPort,
  quiet = false,
  folder,
  writeBack,
  patientView,
  isBuilt = false,
  isDevelopment = false,
  signal,
}: DemoOptions = {}): Promise<Demo> {
  const say = quiet ? () => {} : (line: string) => console.log(line);
  const appPort = port ?? (await freePort());
  const dataFolder = folder ?? join(PROJECT, '.data', `demo-${appPort}`);
  if (!(await isFree(appPort))) throw new PortTaken(appPort, 'PORT', 'the app');
  if (ehrPort !== undefined && !(await isFree(ehrPort)))
    throw new PortTaken(ehrPort, 'EHR_PORT', 'the pretend EHR');

  if (!isBuilt && !isDevelopment) {
    say('Building the app where its sources changed (the first time takes a minute or two)...');
    say((await buildApp(signal, say)) ? 'Built.' : 'Nothing changed since the last build.');
  }

  const appUrl = `http://127.0.0.1:${appPort}`;
  say('Starting the pretend EHR...');
  const sandbox = await startSandbox({ port: ehrPort ?? 0, appUrl }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new PortTaken(ehrPort ?? 0, 'EHR_PORT', 'the pretend EHR') : error;
  });
  const logFile = join(dataFolder, 'app.log');
  let app: AppProcess;
  let environment: Record<string, string>;
  try {
    say(`Starting the app at ${appUrl} (its log: ${logFile})...`);
    environment = await demoEnvironment(dataFolder, sandbox.fhirBase, appUrl, writeBack, patientView);
    app = await startApp(appPort, environment, logFile, { signal, isDevelopment });
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  return {
    appUrl,
    ehrUrl: sandbox.url,
    sandbox,
    logFile,
    killApp: () => app.kill(),
    startAppAgain: async () => {
      app = await startApp(appPort, environment, logFile, { isDevelopment });
    },
    close: async () => {
      await Promise.all([app.stop(), sandbox.close()]);
      await forgetSessions(dataFolder);
    },
  };
}
