import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Misuse, print } from '../command';
import type { Command } from '../command';
import { given, jiraOrSandbox } from '../environment';

const help = `holdpoint manifest: is everything of these issues still there?

Usage
  holdpoint manifest --jql JQL [-o FILE]
  holdpoint manifest compare BEFORE AFTER [--mapping FILE] [--json]

The first counts what your account sees of each issue (status changes, comments,
links, attachments, fields) and writes counts and hashes, one JSON line an issue,
and no word of what was written. Make one before a migration and one after it,
each from its own site; the second names what was lost, added or changed.

Compared is what people wrote, not what a migration renumbers: ids, addresses,
pictures, time zones and order do not matter. An issue that has another key is
found again by when it was made and what it says. Names of people, fields and
statuses that the other site does not know are guessed where their places agree,
and every guess is printed; a mapping says it for certain.

Options
  --jql JQL         which issues, e.g. "project = SHOP"
  -o FILE           where to write; default: standard output
  --site URL        the Jira site, instead of JIRA_BASE_URL
  --mapping FILE    what is called otherwise after the migration, as CSV of
                    kind,old,new (issue, person, field, status) or old,new keys,
                    or as JSON: {"issues": {"SHOP-1": "STORE-7"}, "people": {},
                    "fields": {}, "statuses": {}}
  --json            print one JSON object a line

Environment
  JIRA_BASE_URL, JIRA_EMAIL, JIRA_API_TOKEN

Exit code: 0 the same, 1 differences, 2 not readable.

Examples
  holdpoint manifest --jql "project = SHOP" -o before.jsonl
  holdpoint manifest compare before.jsonl after.jsonl
`;

const options = {
  jql: { type: 'string' },
  output: { type: 'string', short: 'o' },
  site: { type: 'string' },
  mapping: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const manifest: Command = {
  help,
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [verb, before, after, ...more] = positionals;
    if (verb === 'compare') {
      if (before === undefined || after === undefined || more.length > 0) throw new Misuse('manifest compare needs two files.');
      return compare(before, after, given(values.mapping), values.json === true);
    }
    if (verb !== undefined) throw new Misuse(`manifest knows "compare", not "${verb}".`);
    const jql = given(values.jql);
    if (jql === null) throw new Misuse('Which issues? Give --jql, e.g. --jql "project = SHOP".');
    await write(jql, given(values.output), values.site);
    return 0;
  },
};

async function write(jql: string, output: string | null, site: string | undefined): Promise<void> {
  const { Jira } = await import('../jira');
  const { readIssues } = await import('../read-issues');
  const { manifestLines } = await import('../manifest-file');
  const { manifestOf } = await import('../../src/governance/manifest');
  const access = jiraOrSandbox(site, process.env);
  const { origin } = new URL(access.base);
  const head = { holdpointManifest: 1, site: origin, jql, at: new Date().toISOString() } as const;
  const issues = async function* () {
    for await (const issue of readIssues(new Jira(access), jql)) yield manifestOf(issue, origin);
  };
  if (output === null) {
    for await (const line of manifestLines(head, issues())) await print(line);
    return;
  }
  // Under another name until it is whole.
  const temporary = `${output}.part`;
  const file = openSync(temporary, 'w', 0o600);
  let count = -2;
  try {
    for await (const line of manifestLines(head, issues())) {
      writeSync(file, line);
      count += 1;
    }
  } finally {
    closeSync(file);
  }
  renameSync(temporary, output);
  process.stderr.write(`holdpoint: ${output}: ${count} ${count === 1 ? 'issue' : 'issues'}.\n`);
}

async function compare(before: string, after: string, mappingPath: string | null, json: boolean): Promise<number> {
  const { compareManifests, noMapping } = await import('../../src/governance/manifest');
  const { readTwo } = await import('../manifest-file');
  const { jsonLine, plain } = await import('../plain-text');
  const mapping = mappingPath === null ? noMapping : (await import('../mapping-file')).readMapping(mappingPath);
  const { source, target, same, words } = await readTwo(before, after);
  const { pairs, differences, guesses } = compareManifests(source, target, mapping, words);
  const found = pairs + same;
  if (json) {
    for (const guess of guesses) await print(jsonLine({ guess }));
    for (const difference of differences) await print(jsonLine({ difference }));
    await print(jsonLine({ summary: { issues: found, differences: differences.length } }));
    return differences.length === 0 ? 0 : 1;
  }
  for (const { from, to, seen } of guesses) await print(plain(`Taken for the same: ${from} and ${to}, in ${seen} places.`));
  for (const { change, kind, issue, target: now, item, aspects } of differences) {
    const where = issue === null ? now : now === null || now === issue ? issue : `${issue} (now ${now})`;
    const what = kind === 'issue' ? 'the issue' : `${nameOf[kind]} ${item}`;
    await print(plain(`${change}: ${where}: ${what}${aspects.length === 0 ? '' : ` (${aspects.join(', ')})`}`));
  }
  await print(
    differences.length === 0
      ? `The same: ${found} issues were found again, and everything in them.`
      : `${differences.length} differences; ${found} issues were found again.`,
  );
  return differences.length === 0 ? 0 : 1;
}

const nameOf = {
  statuses: 'status change',
  comments: 'comment of',
  links: 'link',
  attachments: 'attachment',
  fields: 'field',
} as const;
