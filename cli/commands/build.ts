import { parseArgs } from 'node:util';
import { Misuse, oneOf } from '../command';
import type { Command } from '../command';
import { deliveryOf, keyOf } from '../delivery';
import { given } from '../environment';
import { envelopeOf, instantOf, originOf, ownCiRun, sendOne, tellingHelp, tellingOptions } from '../sending-options';

const help = `holdpoint build: tell of a build

Usage
  holdpoint build --project KEY [--build NAME] [--state STATE] [options]

Sends what came out of which commit, so that releases and defects show the
build that they are in. The newest word about a build counts.

Options
  --state STATE     in-progress, successful (default), failed or cancelled
  --started TIME    when it started
  --finished TIME   when it ended
  --change SHA      a commit that is in this build and was not in the one before;
                    as often as there are any
  --migrations WORD what it does to stored data: none, reversible or
                    irreversible; a gate may ask whether the release can go back
${tellingHelp}

The idempotency key is made of project, service, build, state and the attempt of
the pipeline's run: a retried command sends the same one.

Examples
  holdpoint build --project SHOP --version 4.2.0
  holdpoint build --project SHOP --build 1874 --commit 9fceb02 --state failed
`;

const options = {
  ...tellingOptions,
  state: { type: 'string' },
  started: { type: 'string' },
  finished: { type: 'string' },
  change: { type: 'string', multiple: true },
  migrations: { type: 'string' },
} as const;

const migrations = ['none', 'reversible', 'irreversible'] as const;

export const build: Command = {
  help,
  async run(args) {
    const { values } = parseArgs({ args: [...args], options });
    const ci = ownCiRun();
    const state = oneOf('--state', values.state ?? 'successful', ['in-progress', 'successful', 'failed', 'cancelled']);
    const envelope = envelopeOf(values, process.env, new Date());
    const origin = originOf(values, ci);
    if (origin.build === null) throw new Misuse('Which build? Give --build NAME: no build server says one here.');
    const names = [envelope.project, origin.service, origin.build, state, ci.attempt ?? origin.commit];
    const delivery = await deliveryOf('build', `build ${origin.build} of ${envelope.project}`, {
      ...envelope,
      ...origin,
      key: given(values.key) ?? keyOf('build', names),
      state,
      startedAt: instantOf('--started', given(values.started)),
      finishedAt: instantOf('--finished', given(values.finished)),
      changes: values.change ?? [],
      ...(values.migrations === undefined ? {} : { migrations: oneOf('--migrations', values.migrations, migrations) }),
    });
    return sendOne(delivery, values);
  },
};
