import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildApp } from './build';
import { createChrome, createDashboard } from './chrome';
import type { Clock } from './clock';
import { applyDemo } from './data/demo';
import { deferSome } from './data/demo-deferrals';
import { grantPermissions } from './data/demo-grants';
import { holdTriage } from './data/demo-triage';
import { startDatabase } from './database';
import type { Database } from './database/database';
import { createFaults } from './faults';
import { createForge } from './forge';
import type { Forge } from './forge/forge';
import type { DatabaseAddress } from './forge/sql/database';
import { createFunctionLog } from './forge/function-log';
import { createJira } from './jira';
import type { SiteSeed } from './jira/model';
import { type Referee, refereedJira } from './refereed-jira';
import { startServer } from './server';
import type { Site } from './site';
import { defaultSwitches } from './switches';
import { createClock } from './system-clock';
import { createTrace } from './trace-log';

export interface SandboxOptions {
  /** 0 takes any free one. */
  readonly port: number;
  readonly seed: SiteSeed;
  /** Starts the clock at the real time, not at the seed's. */
  readonly today?: boolean;
  /** Folder for builds, logs and the database's files; `.sandbox/<port>` unless given. */
  readonly dataDir?: string;
  /** Says nothing on the console. */
  readonly quiet?: boolean;
  readonly referee?: Referee;
  /** Makes the demo's settings through the app's own settings page once the app is installed (data/demo.ts). */
  readonly demo?: boolean;
  /** Gives the app's own permissions to the demo's roles that decide (data/demo-grants.ts). */
  readonly grants?: boolean;
  /** Lets the demo's team hold a triage session after that (data/demo-triage.ts). */
  readonly triage?: boolean;
  /** Lets the team ask for deferrals and decide them (data/demo-deferrals.ts). */
  readonly deferrals?: boolean;
  /** Folder with manifest.yml and src/index.ts; the repository's own app unless given. */
  readonly appRoot?: string;
}

export interface Sandbox {
  readonly url: string;
  /** The clock as of the last reset. */
  readonly clock: Clock;
  /** What a pipeline needs to talk to the app (HOLDPOINT_CONNECTION), as of the last reset; null where the demo was not applied. */
  readonly connection: string | null;
  /** Where the app's tables are, for tests that look at them beside the app. */
  readonly database: DatabaseAddress;
  stop(): Promise<void>;
  /** What the referee found wrong so far. */
  refereeFindings(): string[];
  /** What the app's functions have written to the console so far. */
  functionLog(): string;
}

/** File of the functions' log in the sandbox's folder. */
const logName = 'functions.log';
const repoRoot = resolve(__dirname, '..');

/** Builds the app, brings a database, starts Jira and Forge, installs the app and waits until it has settled. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const say = options.quiet ? (): void => undefined : (sentence: string): void => void process.stdout.write(`${sentence}\n`);
  const findings: string[] = [];
  let site: Site | null = null;
  const server = await startServer({
    port: options.port,
    site: () => site,
    reset: async () => {
      await closeSite(site);
      site = null;
      site = await openSite();
    },
  });
  const home = options.dataDir ?? join(repoRoot, `.sandbox/${server.port}`);
  const databaseHome =
    options.dataDir === undefined ? join(repoRoot, `.sandbox/database-${server.port}`) : join(home, 'database');
  let database: Database | null = null;
  const stop = async (): Promise<void> => {
    await server.stop();
    await closeSite(site);
    await database?.stop();
    // What nobody can start again by its port is of no use later.
    if (options.port === 0 && options.dataDir === undefined)
      for (const folder of [home, databaseHome]) await rm(folder, { recursive: true, force: true });
  };

  async function openSite(): Promise<Site> {
    if (!database) throw new Error('The database has not been started.');
    return makeSite({ options, built, database, findings, home, url: server.url });
  }

  let built: Awaited<ReturnType<typeof buildApp>>;
  try {
    built = await buildApp(options.appRoot ?? repoRoot, join(home, 'build'), say);
    database = await startDatabase({ port: server.port, directory: databaseHome, say });
    say(database.note);
    site = await openSite();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: server.url,
    get clock() {
      if (!site) throw new Error('The sandbox is being reset.');
      return site.clock;
    },
    get connection() {
      return site?.connection ?? null;
    },
    database: database.address,
    stop,
    refereeFindings: () => [...findings],
    functionLog: () => readFileSync(join(home, logName), 'utf8'),
  };
}

interface SiteParts {
  readonly options: SandboxOptions;
  readonly built: Awaited<ReturnType<typeof buildApp>>;
  readonly database: Database;
  readonly findings: string[];
  readonly home: string;
  readonly url: string;
}

/** A new life of the site: everything of the seed, nothing of before; the app freshly installed and at rest. */
async function makeSite({ options, built, database, findings, home, url }: SiteParts): Promise<Site> {
  const { seed } = options;
  const clock = createClock({ start: options.today ? new Date() : new Date(seed.now) });
  const trace = createTrace(clock);
  const faults = createFaults();
  const switches = { ...defaultSwitches };
  const plain = createJira(seed, { clock, trace, switches, baseUrl: url, httpFault: () => faults.httpStatus() });
  const jira = options.referee ? refereedJira(plain, options.referee, findings) : plain;
  const installerAccountId = jira.accountIdOf('admin@example.com');
  const forge = createForge({
    manifestPath: join(options.appRoot ?? repoRoot, 'manifest.yml'),
    ...built,
    jira,
    clock,
    trace,
    faults,
    switches,
    database: database.address,
    publicUrl: url,
    log: createFunctionLog(join(home, logName), clock),
    installerAccountId,
  });
  const chrome = createChrome({
    forge,
    jira,
    clock,
    trace,
    seed,
    repoRoot,
    dashboard: createDashboard(),
    switches: () => switches,
  });
  await forge.install();
  await settled(forge);
  // Forge takes 25 changes of an app's tables a minute: the minute that the app waits for the others passes at once.
  while (forge.waitsForRetry()) {
    await clock.advance(10_000);
    await settled(forge);
  }
  if (options.grants) await grantPermissions(jira);
  const connection = options.demo ? await applyDemo(forge, seed, clock) : null;
  await settled(forge);
  if (options.triage) await holdTriage(forge, seed);
  await settled(forge);
  if (options.deferrals) await deferSome(forge, seed, clock);
  await settled(forge);
  return { jira, forge, clock, trace, faults, switches, chrome, defaultAccountId: defaultAccountOf(jira, seed), connection };
}

async function closeSite(site: Site | null): Promise<void> {
  site?.clock.stop();
  await site?.forge.stop();
}

async function settled(forge: Forge): Promise<void> {
  while (!forge.idle()) await sleep(20);
}

/** The demo's release manager, or whom an imported project has in her place. */
function defaultAccountOf(jira: Site['jira'], seed: SiteSeed): string {
  const rhea = jira.accountIdOf('rhea@example.com');
  const accountId = rhea ?? seed.users.find((user) => user.accountType === 'atlassian' && user.active)?.accountId;
  if (accountId === undefined) throw new Error('The site has no people.');
  return accountId;
}
