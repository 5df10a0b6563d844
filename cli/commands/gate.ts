import { parseArgs } from 'node:util';
import { Misuse, print } from '../command';
import type { Command } from '../command';
import { durationOf } from '../duration';
import { connectionOf, given, jiraOf, jiraOrSandbox, projectOf } from '../environment';
import type { Asked, GateQuestion } from '../ask-gate';

const help = `holdpoint gate: may this version enter this stage?

Usage
  holdpoint gate --project KEY --version NAME --stage STAGE [options]
  holdpoint gate --train NAME --stage STAGE [options]

Exit code: 0 may pass, 1 held, 2 unknown (also: out of date, or unreachable).

With a Jira account it reads the verdict that Holdpoint publishes in Jira, and
prints the reasons and, while held, the defects that the account may see. With
HOLDPOINT_CONNECTION alone it asks Holdpoint's web trigger: the state only.

Options
  --project KEY     project of the version; default HOLDPOINT_PROJECT
  --version NAME    name or id of the version, e.g. 4.2.0
  --train NAME      a train instead of a version: may all of its releases enter?
                    Needs HOLDPOINT_CONNECTION
  --stage STAGE     key of the stage, e.g. production
  --build NAME      the build that would enter: a verdict about another build
                    is unknown
  --rollback        it goes back to what was there before. A rollback is never
                    held: with HOLDPOINT_CONNECTION it is checked and recorded
  --wait TIME       ask again until it may pass, for 90s, 30m, 2h; prints what
                    changes, and ends with the last answer; so does Ctrl-C
  --heads FILE      append the ledger's head to a file, for "holdpoint verify"
  --json            print one JSON object a line
  --github          also print an annotation for GitHub Actions
  --site URL        the Jira site, instead of JIRA_BASE_URL

Environment
  JIRA_BASE_URL     the Jira site, e.g. https://example.atlassian.net
  JIRA_EMAIL        e-mail address of the Jira account that asks
  JIRA_API_TOKEN    its API token
  HOLDPOINT_CONNECTION  from the Holdpoint settings page, under "Sources"
  HOLDPOINT_PROJECT     key of the Jira project
Without any of them the sandbox at http://127.0.0.1:4750 is asked.

Examples
  holdpoint gate --project SHOP --version 4.2.0 --stage production
  holdpoint gate --project SHOP --version 4.2.0 --stage production --wait 30m
  holdpoint gate --project SHOP --version 4.2.0 --build 1874 --stage production
  holdpoint gate --project SHOP --version 4.1.9 --stage production --rollback
`;

const options = {
  json: { type: 'boolean' },
  github: { type: 'boolean' },
  project: { type: 'string' },
  train: { type: 'string' },
  version: { type: 'string' },
  stage: { type: 'string' },
  site: { type: 'string' },
  wait: { type: 'string' },
  heads: { type: 'string' },
  build: { type: 'string' },
  rollback: { type: 'boolean' },
} as const;

export const gate: Command = {
  help,
  async run(args) {
    const { values } = parseArgs({ args: [...args], options });
    const [version, stage] = [given(values.version), given(values.stage)];
    const train = given(values.train);
    const name = version ?? train;
    if (name === null || stage === null) throw new Misuse('gate needs --stage, and --version or --train.');
    if (train !== null && (version !== null || given(values.build) !== null || values.rollback === true))
      throw new Misuse('--train goes without --version, --build and --rollback.');
    const question: GateQuestion = {
      ...{ project: train === null ? projectOf(values.project, process.env) : '', version: name, stage },
      ...{ train: train !== null, build: given(values.build), rollback: values.rollback === true },
    };
    const limit = values.wait === undefined ? 0 : durationOf('--wait', values.wait);
    const ask = await askerOf(question, values.site);
    const { gateAnnotation, gateJson, gateText } = await import('../gate-output');
    const { keepHead } = await import('../heads-file');
    const { waitForGate } = await import('../gate-wait');
    const { realWorld } = await import('../world');
    if (values.heads !== undefined) keepHead(values.heads, null);

    const tell = async ({ answer, projectId }: Asked): Promise<void> => {
      await print(values.json === true ? gateJson(answer) : gateText(answer));
      if (values.github === true) await print(gateAnnotation(answer, `Holdpoint: ${name}, ${stage}`));
      if (values.heads === undefined) return;
      if (answer.head === null) process.stderr.write('holdpoint: No head of the ledger was published, so that none is kept.\n');
      else {
        const { state, head } = answer;
        const at = realWorld.now().toISOString();
        keepHead(values.heads, { at, project: question.project, projectId, version: name, stage, state, head: head.hash });
      }
    };
    const stop = new AbortController();
    const onInterrupt = () => stop.abort();
    if (limit > 0) process.once('SIGINT', onInterrupt);
    const { answer } = await waitForGate(ask, tell, { limit, stop: stop.signal }, realWorld);
    process.off('SIGINT', onInterrupt);
    if (stop.signal.aborted && values.json !== true) await print(`Stopped waiting. The gate is ${answer.state}.`);
    return answer.exitCode;
  },
};

/**
 * By Jira where it is configured, else by the web trigger, else by the sandbox's Jira. About a rollback the web trigger is asked wherever
 * it can be: the published verdict knows nothing of where a deployment leads.
 */
async function askerOf(question: GateQuestion, site: string | undefined): Promise<() => Promise<Asked>> {
  const byTrigger = question.rollback === true || question.train === true || jiraOf(site, process.env) === null;
  const connection = byTrigger ? await connectionOf(process.env) : null;
  if (connection === null && question.train === true)
    throw new Misuse(
      '--train asks Holdpoint itself: set HOLDPOINT_CONNECTION, which an admin makes in the settings, under "Sources".',
    );
  if (connection !== null) {
    const { askTrigger } = await import('../ask-trigger');
    return () => askTrigger(question, connection);
  }
  const [{ askPublished }, { Jira }, { rollbackAnswer }] = await Promise.all([
    import('../ask-gate'),
    import('../jira'),
    import('../gate-answer'),
  ]);
  const jira = new Jira(jiraOrSandbox(site, process.env));
  return async () => {
    const asked = await askPublished(question, jira);
    return question.rollback === true ? { ...asked, answer: rollbackAnswer(asked.answer) } : asked;
  };
}
