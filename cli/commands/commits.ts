import { parseArgs } from 'node:util';
import { Misuse, print } from '../command';
import type { Command } from '../command';
import { deliveryOf, keyOf } from '../delivery';
import { given } from '../environment';
import { jsonLine } from '../plain-text';
import { envelopeOf, mannerOf, ownCiRun, sendingHelp, sendingOptions } from '../sending-options';

const help = `holdpoint commits: tell which commits a branch now has

Usage
  holdpoint commits A..B --project KEY --branch NAME [options]

Reads the commits that B has and A has not from the git repository here, and
sends sha, date, message, author's address and count of parents of each. Who
wrote it is used to tell people from bots, and not stored.

Options
  --branch NAME       the branch that has them; default: the CI's
  --repository NAME   default: the CI's, else "default"
  --repo FOLDER       where the repository is checked out; default: here
${sendingHelp}

The idempotency key is made of project, repository, branch and the shas.

Examples
  holdpoint commits origin/main~5..origin/main --project SHOP --branch main
  holdpoint commits "$BEFORE..$AFTER" --project SHOP
`;

const options = {
  ...sendingOptions,
  branch: { type: 'string' },
  repository: { type: 'string' },
  repo: { type: 'string' },
} as const;

export const commits: Command = {
  help,
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [range, ...more] = positionals;
    if (range === undefined || more.length > 0) throw new Misuse('commits takes one range, such as origin/main~5..origin/main.');
    const ci = ownCiRun();
    const branch = given(values.branch) ?? ci.branch;
    if (branch === null) throw new Misuse('Which branch has them? Give --branch NAME.');
    const repository = given(values.repository) ?? ci.repository ?? 'default';
    const envelope = envelopeOf(values, process.env, new Date());
    const manner = await mannerOf(values, process.env);

    const { readPushed } = await import('../read-push');
    const batches = await readPushed(given(values.repo) ?? '.', range);
    if (batches.length === 0 && !manner.json) await print(`No commits in ${range}.`);
    if (batches.length === 0 && manner.json) await print(jsonLine({ outcome: 'nothing', type: 'commits', range }));
    const key = given(values.key);
    const deliveries = await Promise.all(
      batches.map((batch, place) => {
        const own = key !== null && batches.length > 1 ? `${key}:${place + 1}/${batches.length}` : key;
        const names = [envelope.project, repository, branch, batch.map(({ sha }) => sha)];
        const what = `push of ${batch.length} ${batch.length === 1 ? 'commit' : 'commits'} to ${branch}`;
        return deliveryOf('commits', what, {
          ...envelope,
          key: own ?? keyOf('commits', names),
          repository,
          branch,
          commits: batch,
        });
      }),
    );
    return (await import('../deliver')).deliver(deliveries, manner);
  },
};
