import { parseArgs } from 'node:util';
import { Misuse, oneOf } from '../command';
import type { Command } from '../command';
import { deliveryOf, keyOf } from '../delivery';
import { given } from '../environment';
import { envelopeOf, originOf, ownCiRun, sendOne, tellingHelp, tellingOptions } from '../sending-options';

const help = `holdpoint deploy: tell of a deployment

Usage
  holdpoint deploy start    --project KEY --environment NAME [options]
  holdpoint deploy finish   ... [--outcome OUTCOME] [--dark]
  holdpoint deploy expose   ... [--exposure PERCENT]
  holdpoint deploy rollback ... [--from VERSION] [--incident KEY]

A deployment starts and finishes; what is deployed is dark until it is exposed
to users; a rollback puts an earlier version back. Say what is deployed by
--version, --build or --commit. Steps may arrive in any order.

Options
  --environment NAME  where, e.g. production
  --deployment ID     names the deployment; its steps share it. Default: the run
                      of the pipeline, else the version, build or commit
  --outcome OUTCOME   of finish: successful (default), failed or cancelled
  --dark              of finish: nobody meets it until it is exposed. Without it
                      that is known as soon as any deployment of the service to
                      the environment was exposed
  --exposure PERCENT  of expose: how many users meet it; default 100
  --from VERSION      of rollback: the version that is taken back; --version is
                      the one that is put back
  --incident KEY      of rollback: the incident that it answers
${tellingHelp}

The idempotency key is made of project, service, environment, deployment, step,
and what the step says: a retried job sends the same one.

Examples
  holdpoint deploy start --project SHOP --environment staging --version 4.2.0
  holdpoint deploy finish --project SHOP --environment staging --version 4.2.0
  holdpoint deploy expose --project SHOP --environment production \\
    --version 4.2.0 --exposure 25
`;

const options = {
  ...tellingOptions,
  environment: { type: 'string' },
  deployment: { type: 'string' },
  outcome: { type: 'string' },
  dark: { type: 'boolean' },
  exposure: { type: 'string' },
  from: { type: 'string' },
  incident: { type: 'string' },
} as const;

const steps = ['start', 'finish', 'expose', 'rollback'] as const;
/** Options that only one step knows. */
const stepOf = { outcome: 'finish', dark: 'finish', exposure: 'expose', from: 'rollback', incident: 'rollback' } as const;

export const deploy: Command = {
  help,
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length !== 1) throw new Misuse(`deploy takes one step: ${steps.join(', ')}.`);
    const step = oneOf('deploy', positionals[0] ?? '', steps);
    for (const name of ['outcome', 'dark', 'exposure', 'from', 'incident'] as const) {
      if (values[name] !== undefined && stepOf[name] !== step) throw new Misuse(`--${name} belongs to deploy ${stepOf[name]}.`);
    }
    const environment = given(values.environment);
    if (environment === null) throw new Misuse('Where? Give --environment NAME, e.g. production.');
    const ci = ownCiRun();
    const envelope = envelopeOf(values, process.env, new Date());
    const origin = originOf(values, ci);
    const deployment = given(values.deployment) ?? ci.pipeline ?? origin.version ?? origin.build ?? origin.commit;
    if (deployment === null) throw new Misuse('What is deployed? Give --version, --build or --commit.');
    const told = {
      outcome: oneOf('--outcome', values.outcome ?? 'successful', ['successful', 'failed', 'cancelled']),
      exposure: percentage(values.exposure ?? '100'),
      from: given(values.from),
      incident: given(values.incident),
      ...(values.dark === true ? { dark: true } : {}),
    };
    const names = [envelope.project, origin.service, environment, deployment, origin.version, step, { ...told }];
    const delivery = await deliveryOf('deployment', `${step} of deployment ${deployment} to ${environment}`, {
      ...envelope,
      ...origin,
      ...told,
      key: given(values.key) ?? keyOf('deployment', names),
      deployment,
      environment,
      step,
    });
    return sendOne(delivery, values);
  },
};

function percentage(text: string): number {
  const number = Number(text.replace(/%$/, ''));
  if (!/^\d+(\.\d+)?%?$/.test(text) || number > 100)
    throw new Misuse(`--exposure takes a percentage from 0 to 100, not "${text}".`);
  return number;
}
