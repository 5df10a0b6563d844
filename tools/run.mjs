// `npm start`, `npm test` and `npm run check` right after `git clone`, with nothing but Node 20 or newer: installs what is
// missing or out of date, builds the command, then runs what was asked for. Nothing here may import a package.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const forgeChecks = join(root, 'tools', 'forge-checks');

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options });
  if (result.error) fail(`${command} could not be started: ${result.error.message}`);
  return result.status ?? 1;
}

function must(what, command, args, options) {
  const status = run(command, args, options);
  if (status !== 0) fail(`${what} failed (exit code ${status}); the lines above say why.`);
}

function fail(message) {
  console.error(`holdpoint: ${message}`);
  process.exit(1);
}

/** `npm ci` in a folder, unless its lock file is the one that was installed last. */
function install(folder, flags = []) {
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  const stamp = join(folder, 'node_modules', '.holdpoint-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log(`Installing packages${folder === root ? '' : ` for ${folder.slice(root.length + 1)}`} ...`);
  must('Installing packages', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...flags], { cwd: folder });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

const node = (...args) => ['node', args];
const bin = (name) => join('node_modules', '.bin', name);

const commands = {
  start(args) {
    return run(...node('--import', 'tsx', 'sandbox/main.ts', ...args));
  },
  test(args) {
    install(forgeChecks, ['--ignore-scripts']);
    must('Preparing the browser', ...node('--import', 'tsx', 'tools/browser.ts'));
    must('Building the app', ...node('--import', 'tsx', 'sandbox/build.ts'));
    return run(bin('jest'), args);
  },
  faults(args) {
    must('Building the app', ...node('--import', 'tsx', 'sandbox/build.ts'));
    return run(...node('--import', 'tsx', 'tests/soak/run.ts', ...args));
  },
  screenshots(args) {
    must('Preparing the browser', ...node('--import', 'tsx', 'tools/browser.ts'));
    must('Building the app', ...node('--import', 'tsx', 'sandbox/build.ts'));
    return run(...node('--import', 'tsx', 'tests/screenshots/run.ts', ...args));
  },
  bench(args) {
    return run(...node('--import', 'tsx', 'tests/bench/run.ts', ...args));
  },
  async check() {
    // The slow ones first; what they found out is kept beside the sandbox's files, so that the next run only looks at what changed.
    const steps = [
      ['lint', 'eslint', ['--cache', '--cache-location', '.sandbox/eslint', '.']],
      ['types', 'tsc', ['--noEmit', '-p', '.', '--incremental', '--tsBuildInfoFile', '.sandbox/types.json']],
      [
        'types of the screens',
        'tsc',
        ['--noEmit', '-p', 'static/app', '--incremental', '--tsBuildInfoFile', '.sandbox/types-screens.json'],
      ],
      ['types of the sandbox pages', 'tsc', ['--noEmit', '-p', 'sandbox/chrome/browser']],
      ['arrows', 'depcruise', ['src', 'static/app', 'sandbox', 'cli', '--output-type', 'err']],
      ['dead code', 'knip', []],
      ['format', 'prettier', ['--check', '--log-level', 'warn', '--cache', '--cache-location', '.sandbox/prettier', '.']],
    ];
    const outcomes = [];
    const worker = async () => {
      for (let step = steps.shift(); step !== undefined; step = steps.shift()) outcomes.push(await runStep(...step));
    };
    await Promise.all([worker(), worker()]);
    return outcomes.every((status) => status === 0) ? 0 : 1;
  },
};

/** Runs a step of the check; what it says is printed where it failed. */
function runStep(name, command, args) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(bin(command), args, { cwd: root, shell: process.platform === 'win32' });
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (said += text));
    child.on('error', (error) => (said += error.message));
    child.on('close', (status) => {
      console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      if (status !== 0) console.log(said.trimEnd());
      resolve(status ?? 1);
    });
  });
}

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) fail(`"${name}" is not a command: ${Object.keys(commands).join(', ')}.`);
if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node 20 or newer is needed; this is ${process.versions.node}.`);
install(root);
must('Building the command', ...node('tools/build-cli.mjs'));
process.exit(await command(args));
