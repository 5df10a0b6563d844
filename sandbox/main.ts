import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startSandbox } from './compose';
import { emptyProject, generateShop, importSearchJson } from './data';
import type { SiteSeed } from './jira/model';

const usage = `npm start [-- options]

  --size N              generate a project with N defects (0 keeps its versions)
  --seed N              another generated project; the same number gives the same project
  --empty               a project without versions and issues
  --import FILE         a Jira export: the JSON of a REST search with expand=changelog
  --defect-type NAME    a work type of the export that counts as a defect (repeatable)
  --today               start the clock at the real time, not at the data's

PORT moves the address, SQL_URL names a MySQL-like database, DEBUG shows what the app's functions log.`;

const defaultPort = 4750;

function readOptions() {
  return parseArgs({
    options: {
      size: { type: 'string' },
      seed: { type: 'string' },
      empty: { type: 'boolean', default: false },
      import: { type: 'string' },
      'defect-type': { type: 'string', multiple: true, default: [] },
      today: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  }).values;
}

function wholeNumber(text: string, name: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`${name} takes a whole number, not "${text}".`);
  return number;
}

function readExport(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`--import: the file ${file} cannot be read.`);
  }
}

function seedFor(options: ReturnType<typeof readOptions>): SiteSeed {
  if (options.import !== undefined) return importSearchJson(readExport(options.import), { defectTypes: options['defect-type'] });
  if (options.empty) return emptyProject();
  return generateShop({
    ...(options.size === undefined ? {} : { size: wholeNumber(options.size, '--size') }),
    ...(options.seed === undefined ? {} : { seed: wholeNumber(options.seed, '--seed') }),
  });
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) return console.log(usage);
  const seed = seedFor(options);
  const port = wholeNumber(process.env.PORT ?? String(defaultPort), 'PORT');
  const shown = { demo: true, grants: true, triage: true, deferrals: true };
  const sandbox = await startSandbox({ port, seed, today: options.today, ...shown });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void sandbox.stop().finally(() => process.exit(0)));
  }
  for (const note of seed.notes) console.log(note);
  console.log('A development tool: it listens on 127.0.0.1 of this machine only and keeps nothing of value.');
  if (sandbox.connection !== null) {
    console.log(`\nFor pipelines, and for the command: export HOLDPOINT_CONNECTION=${sandbox.connection}`);
    console.log(`                                     export JIRA_BASE_URL=${sandbox.url}\n`);
  }
  console.log(`Holdpoint sandbox ready: ${sandbox.url}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  if (process.env.DEBUG && error instanceof Error) console.error(error.stack);
  process.exit(1);
});
