import { ciRun } from './ci-variables';
import type { CiRun } from './ci-variables';
import { Misuse } from './command';
import type { Manner } from './deliver';
import type { Delivery } from './delivery';
import { given, neededConnection, projectOf } from './environment';
import type { Variables } from './environment';

/** Options of every command that sends. */
export const sendingOptions = {
  project: { type: 'string' },
  at: { type: 'string' },
  sequence: { type: 'string' },
  key: { type: 'string' },
  spool: { type: 'string' },
  tries: { type: 'string' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** What a build, a deployment or a run was made of. */
const originOptions = {
  service: { type: 'string' },
  version: { type: 'string' },
  build: { type: 'string' },
  commit: { type: 'string' },
  branch: { type: 'string' },
  url: { type: 'string' },
} as const;

/** What the help of every command that sends ends with. */
export const sendingHelp = `  --project KEY     key of the Jira project; default HOLDPOINT_PROJECT
  --at TIME         when it happened, e.g. 2026-11-02T09:00:00Z; default now
  --sequence N      of two deliveries about one thing the higher counts
  --key KEY         idempotency key, instead of the one that is made of what
                    names the thing
  --spool FILE      where it waits while Jira is away; default HOLDPOINT_SPOOL,
                    else .holdpoint-spool.jsonl
  --tries N         how often it is tried before it is kept; default 5
  --strict          exit code 2 where something had to be kept
  --json            print one JSON object a line

Environment
  HOLDPOINT_CONNECTION  from the Holdpoint settings page, under "Sources"
  HOLDPOINT_PROJECT     key of the Jira project

Exit code: 0 sent (or kept for the next call), 1 refused, 2 misunderstood.`;

const originHelp = `  --service NAME    what is built and deployed on its own; default "default"
  --version NAME    the Jira version it belongs to, e.g. 4.2.0
  --build NAME      number or name of the build        (default: from the CI)
  --commit SHA      commit that it was made of         (default: from the CI)
  --branch NAME     branch of that commit              (default: from the CI)
  --url URL         where the pipeline shows it        (default: from the CI)`;

/** Of a command that sends what happened to something that was made: both of the above, in one. */
export const tellingOptions = { ...sendingOptions, ...originOptions } as const;
export const tellingHelp = `${originHelp}
${sendingHelp}`;

type Values<Options> = { readonly [Name in keyof Options]?: string | boolean | undefined };
const textOf = (value: string | boolean | undefined) => given(typeof value === 'string' ? value : undefined);

/** What every payload begins with, but for its key. */
export interface Envelope {
  readonly schema: 1;
  readonly project: string;
  readonly at: string;
  readonly sequence?: number;
}

export function envelopeOf(values: Values<typeof sendingOptions>, variables: Variables, now: Date): Envelope {
  const sequence = textOf(values.sequence);
  return {
    schema: 1,
    project: projectOf(textOf(values.project) ?? undefined, variables).toUpperCase(),
    at: instantOf('--at', textOf(values.at)) ?? now.toISOString(),
    ...(sequence === null ? {} : { sequence: wholeNumber('--sequence', sequence, 0) }),
  };
}

export interface Origin {
  readonly service: string;
  readonly version: string | null;
  readonly build: string | null;
  readonly commit: string | null;
  readonly branch: string | null;
  readonly url: string | null;
}

export function originOf(values: Values<typeof originOptions>, ci: CiRun): Origin {
  return {
    service: textOf(values.service) ?? 'default',
    version: textOf(values.version),
    build: textOf(values.build) ?? ci.build,
    commit: textOf(values.commit) ?? ci.commit,
    branch: textOf(values.branch) ?? ci.branch,
    url: textOf(values.url) ?? ci.url,
  };
}

/** @throws Misuse where there is no connection */
export async function mannerOf(values: Values<typeof sendingOptions>, variables: Variables): Promise<Manner> {
  return {
    connection: await neededConnection(variables),
    spool: textOf(values.spool) ?? given(variables['HOLDPOINT_SPOOL']) ?? '.holdpoint-spool.jsonl',
    tries: wholeNumber('--tries', textOf(values.tries) ?? '5', 1),
    strict: values.strict === true,
    json: values.json === true,
  };
}

/** Sends the one delivery that a command is. @returns the exit code @throws Misuse where there is no connection */
export async function sendOne(delivery: Delivery, values: Values<typeof sendingOptions>): Promise<number> {
  const manner = await mannerOf(values, process.env);
  return (await import('./deliver')).deliver([delivery], manner);
}

/** What the build server of this process says. */
export function ownCiRun(): CiRun {
  return ciRun(process.env);
}

/** @returns the moment in UTC; null where none is given @throws Misuse where it is no moment */
export function instantOf(option: string, text: string | null): string | null {
  if (text === null) return null;
  const date = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(text) || Number.isNaN(date.getTime()))
    throw new Misuse(`${option} takes a moment with its time zone, such as 2026-11-02T09:00:00Z, not "${text}".`);
  return date.toISOString();
}

/** @throws Misuse where the text is no whole number, or a smaller one */
export function wholeNumber(option: string, text: string, least: number): number {
  const number = Number(text);
  if (!/^\d{1,15}$/.test(text) || number < least)
    throw new Misuse(`${option} takes a whole number from ${least} on, not "${text}".`);
  return number;
}
