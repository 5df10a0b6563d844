import { parseArgs } from 'node:util';
import { askGate } from '../ask-gate';
import { Misuse, print } from '../command';
import type { Command } from '../command';

const help = `holdpoint gate: may this version enter this stage?

Usage
  holdpoint gate --project KEY --version NAME --stage STAGE [options]

Reads the verdict that Holdpoint publishes in Jira and prints why.
Exit code: 0 may pass, 1 held, 2 unknown (also: out of date).

Options
  --project KEY     project of the version, e.g. SHOP
  --version NAME    name or id of the version, e.g. 4.2.0
  --stage STAGE     key of the stage, e.g. production
  --site URL        the Jira site; default HOLDPOINT_SITE, else the sandbox at
                    http://127.0.0.1:4750
  --json            print the answer as one JSON object

Environment
  HOLDPOINT_SITE    the Jira site
  HOLDPOINT_USER    e-mail address of the Jira account that asks
  HOLDPOINT_TOKEN   its API token

Example
  holdpoint gate --project SHOP --version 4.2.0 --stage production
`;

const options = {
  json: { type: 'boolean' },
  project: { type: 'string' },
  version: { type: 'string' },
  stage: { type: 'string' },
  site: { type: 'string' },
} as const;

export const gate: Command = {
  help,
  async run(args) {
    const { project, version, stage, ...values } = parseArgs({ args: [...args], options }).values;
    if (project === undefined || version === undefined || stage === undefined)
      throw new Misuse('gate needs --project, --version and --stage.');
    const site = values.site ?? process.env['HOLDPOINT_SITE'] ?? 'http://127.0.0.1:4750';
    if (!URL.canParse(site)) throw new Misuse(`"${site}" is not the address of a site.`);
    const user = process.env['HOLDPOINT_USER'] ?? null;
    const token = process.env['HOLDPOINT_TOKEN'] ?? null;
    const answer = await askGate({ site, project, version, stage, user, token });
    await print(
      values.json === true
        ? JSON.stringify(answer)
        : `${answer.state}: ${answer.sentence}\n${answer.exitCode !== 0 && answer.jql !== null ? `Defects: ${answer.jql}\n` : ''}`,
    );
    return answer.exitCode;
  },
};
