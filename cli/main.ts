import { parseArgs } from 'node:util';
import { askGate } from './gate';
import { verifyFile } from './verify';

const help = `holdpoint: asks Holdpoint's release gates from a pipeline, and checks its ledger

Usage
  holdpoint gate --project KEY --version NAME --stage STAGE [options]
  holdpoint verify LEDGER.json [--head HASH]
  holdpoint --help

Commands
  gate    May this version enter this stage? Reads the verdict that Holdpoint
          publishes in Jira and prints why.
          Exit code: 0 may pass, 1 held, 2 unknown (also: out of date).
  verify  Is this ledger as it was written? Checks a file that "Export JSON" on
          the screen Decisions made, without asking anybody.
          Exit code: 0 whole, 1 broken (names the first entry), 2 not readable.

Options of gate
  --project KEY     project of the version, e.g. SHOP
  --version NAME    name or id of the version, e.g. 4.2.0
  --stage STAGE     key of the stage, e.g. production
  --site URL        the Jira site; default HOLDPOINT_SITE, else the sandbox at
                    http://127.0.0.1:4750
  --json            print the answer as one JSON object

Options of verify
  --head HASH       a hash of the ledger that you kept elsewhere; some entry of
                    the file must have it

Environment
  HOLDPOINT_SITE    the Jira site
  HOLDPOINT_USER    e-mail address of the Jira account that asks
  HOLDPOINT_TOKEN   its API token

Examples
  holdpoint gate --project SHOP --version 4.2.0 --stage production
  holdpoint verify holdpoint-ledger-SHOP.json
`;

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  project: { type: 'string' },
  version: { type: 'string' },
  stage: { type: 'string' },
  site: { type: 'string' },
  head: { type: 'string' },
} as const;
type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [command] = positionals;
  if (values.help === true || command === undefined) {
    process.stdout.write(help);
    return command === undefined && values.help !== true ? 2 : 0;
  }
  if (command === 'verify') return verify(positionals.slice(1), values);
  if (command !== 'gate' || positionals.length > 1) return misused(`"${positionals.join(' ')}" is not a command.`);
  return gate(values);
}

async function gate(values: Values): Promise<number> {
  const { project, version, stage } = values;
  if (project === undefined || version === undefined || stage === undefined)
    return misused('gate needs --project, --version and --stage.');
  const site = values.site ?? process.env['HOLDPOINT_SITE'] ?? 'http://127.0.0.1:4750';
  if (!URL.canParse(site)) return misused(`"${site}" is not the address of a site.`);
  const user = process.env['HOLDPOINT_USER'] ?? null;
  const token = process.env['HOLDPOINT_TOKEN'] ?? null;
  const answer = await askGate({ site, project, version, stage, user, token });
  process.stdout.write(
    values.json === true
      ? `${JSON.stringify(answer)}\n`
      : `${answer.state}: ${answer.sentence}\n${answer.exitCode !== 0 && answer.jql !== null ? `Defects: ${answer.jql}\n` : ''}`,
  );
  return answer.exitCode;
}

function verify([path, ...more]: string[], { head }: Values): number {
  if (path === undefined || more.length > 0) return misused('verify needs one file.');
  if (head !== undefined && !/^[0-9a-f]{64}$/i.test(head))
    return misused(`"${head}" is not a hash: it has 64 hexadecimal digits.`);
  const { exitCode, sentence } = verifyFile(path, head?.toLowerCase() ?? null);
  if (exitCode === 2) return misused(sentence);
  process.stdout.write(`${sentence}\n`);
  return exitCode;
}

function misused(message: string): number {
  process.stderr.write(`holdpoint: ${message} See holdpoint --help.\n`);
  return 2;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = misused(error instanceof Error ? error.message : String(error));
  },
);
