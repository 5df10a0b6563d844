import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';

export interface BuiltApp {
  readonly bundlePath: string;
  readonly workerPath: string;
}

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: 'inline',
  logLevel: 'warning',
} as const;

/** The app's functions and the thread that runs them, each as one CommonJS file in `directory`. */
export async function buildBackend(entry: string, directory: string): Promise<BuiltApp> {
  mkdirSync(directory, { recursive: true });
  const bundlePath = resolve(directory, 'app.cjs');
  const workerPath = resolve(directory, 'worker.cjs');
  const worker = resolve(__dirname, 'forge/backend/worker.ts');
  await Promise.all([
    build({ ...shared, entryPoints: [entry], outfile: bundlePath }),
    build({ ...shared, entryPoints: [worker], outfile: workerPath }),
  ]);
  return { bundlePath, workerPath };
}

/** Builds the static app with Vite where its result is missing or older than what it is made of. */
async function buildStaticApp(appRoot: string, say: (sentence: string) => void): Promise<void> {
  const root = join(appRoot, 'static/app');
  const configFile = join(root, 'vite.config.ts');
  if (!existsSync(configFile) || isFresh(appRoot, root)) return;
  await alone(join(appRoot, '.sandbox/static-build.lock'), async () => {
    if (isFresh(appRoot, root)) return;
    say('Building the screens (vite build) ...');
    const vite = await import('vite');
    await vite.build({ root, configFile, logLevel: 'error' });
  });
}

function isFresh(appRoot: string, root: string): boolean {
  const sources = Math.max(newest(root, ['dist', 'node_modules']), newest(join(appRoot, 'src/contracts')));
  return newest(join(root, 'dist')) > sources;
}

/** A build that another process began longer ago than this has died. */
const longestBuild = 120_000;

/** Tests start several sandboxes at once; one of them builds and the others wait for it. */
async function alone(lock: string, act: () => Promise<void>): Promise<void> {
  mkdirSync(dirname(lock), { recursive: true });
  while (!takeLock(lock)) await sleep(100);
  try {
    await act();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > longestBuild) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

/** Both halves of the app in the folder `appRoot`; the functions' half goes to `directory`. */
export async function buildApp(appRoot: string, directory: string, say: (sentence: string) => void): Promise<BuiltApp> {
  const [backend] = await Promise.all([buildBackend(join(appRoot, 'src/index.ts'), directory), buildStaticApp(appRoot, say)]);
  return backend;
}

/** Milliseconds of the latest change in a folder; 0 where there is none. */
function newest(path: string, without: readonly string[] = []): number {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const names = readdirSync(path).filter((name) => !without.includes(name));
  return Math.max(0, ...names.map((name) => newest(join(path, name), without)));
}

// `node --import tsx sandbox/build.ts`: the screens, before tests start several sandboxes at once.
if (process.argv[1] === __filename) {
  void buildStaticApp(resolve(__dirname, '..'), (sentence) => void process.stdout.write(`${sentence}\n`));
}
