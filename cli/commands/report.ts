import { parseArgs } from 'node:util';
import { Misuse } from '../command';
import type { Command } from '../command';
import { given } from '../environment';
import { envelopeOf, mannerOf, originOf, ownCiRun, tellingHelp, tellingOptions } from '../sending-options';

const help = `holdpoint report: send the results of a test run

Usage
  holdpoint report FILE... --project KEY --environment NAME [options]

Reads test reports of any kind that "holdpoint parse" knows, adds them up to one
run, and sends the counts with every failed and every flaky test. FILE may be a
folder. A large run goes in parts; long messages and traces lose their middle.
If one file cannot be read, nothing is sent.

Options
  --environment NAME  where the tests ran, e.g. staging
  --suite NAME        what was run, e.g. regression; runs are compared with those
                      of the same suite and environment; default "default"
  --run NAME          names the run in its project. Default: the run of the
                      pipeline, and a digest of the reports
  --segment NAME      part of the environment, e.g. canary or blue
  --log FILE          the run's log; of a long one head and tail are sent
  --mask              take secrets and personal data out of messages, traces and
                      log before they are sent. Holdpoint does so before it
                      stores them in any case; with HOLDPOINT_MASK_KEY equal
                      values have equal pseudonyms from call to call
${tellingHelp}

The idempotency key is made of project, suite, environment, segment, run and
part: a command that is tried again sends the same one.

Examples
  holdpoint report build/test-results --project SHOP --environment staging
  holdpoint report junit.xml --project SHOP --environment staging \\
    --suite regression --version 4.2.0 --log test.log
`;

const options = {
  ...tellingOptions,
  environment: { type: 'string' },
  suite: { type: 'string' },
  run: { type: 'string' },
  segment: { type: 'string' },
  log: { type: 'string' },
  mask: { type: 'boolean' },
} as const;

export const report: Command = {
  help,
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length === 0) throw new Misuse('report needs at least one file or folder.');
    const environment = given(values.environment);
    if (environment === null) throw new Misuse('Where did the tests run? Give --environment NAME, e.g. staging.');
    const ci = ownCiRun();
    const envelope = envelopeOf(values, process.env, new Date());
    const manner = await mannerOf(values, process.env);

    const clean = values.mask === true ? await masking() : (text: string) => text;
    const { readLog, readReports } = await import('../read-reports');
    const { files, tally, failures, digest } = readReports(positionals, clean);
    if (tally.tests === 0) process.stderr.write('holdpoint: The reports hold no test at all. That is what is sent.\n');

    const log = readLog(given(values.log));
    const { runDeliveries } = await import('../run-deliveries');
    const run = given(values.run) ?? [ci.job?.slice(0, 180) ?? 'run', digest.slice(0, 12)].join('.');
    const { deliveries, leftOut } = await runDeliveries(
      {
        ...envelope,
        ...originOf(values, ci),
        kind: 'run',
        environment,
        segment: given(values.segment),
        suite: given(values.suite) ?? 'default',
        run,
        tally,
      },
      failures,
      log === null ? null : clean(log),
      given(values.key),
    );
    const exitCode = await (await import('../deliver')).deliver(deliveries, manner);
    if (!manner.json && exitCode !== 1) {
      const { tests, passed, failed, errors, skipped, flaky } = tally;
      process.stderr.write(
        `holdpoint: ${files} ${files === 1 ? 'file' : 'files'}: ${tests} tests, ${passed} passed (${flaky} flaky), ${failed} failed, ${errors} broke, ${skipped} skipped.` +
          `${leftOut === 0 ? '' : ` ${leftOut} failures are counted, but not sent one by one.`}\n`,
      );
    }
    return exitCode;
  },
};

/** By the rules that hold where nobody has set others; those of the settings hold when it is stored. */
async function masking(): Promise<(text: string) => string> {
  const { defaultMaskingRules, Masker } = await import('../../src/environments/masking');
  const { randomBytes } = await import('node:crypto');
  const masker = new Masker(defaultMaskingRules, given(process.env['HOLDPOINT_MASK_KEY']) ?? randomBytes(32).toString('hex'));
  return (text) => masker.mask(text).text;
}
