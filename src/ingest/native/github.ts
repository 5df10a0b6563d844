import { z } from 'zod';
import { ignored, malformed, pushed, readTime, versionOfRef } from './native';
import type { NativeOutcome } from './native';

/** Only what is relied on (docs.github.com, "Webhook events and payloads"). */
const repository = z.object({ name: z.string() });
const deploymentStatus = z.object({
  deployment_status: z.object({
    state: z.string(),
    created_at: z.string(),
    log_url: z.string().nullish(),
    target_url: z.string().nullish(),
  }),
  deployment: z.object({
    id: z.number(),
    sha: z.string(),
    ref: z.string(),
    environment: z.string(),
    payload: z.unknown().optional(),
  }),
  repository,
});
const workflowRun = z.object({
  workflow_run: z.object({
    name: z.string().nullish(),
    run_number: z.number(),
    run_attempt: z.number().default(1),
    head_sha: z.string(),
    head_branch: z.string().nullish(),
    status: z.string().nullish(),
    conclusion: z.string().nullish(),
    run_started_at: z.string().nullish(),
    updated_at: z.string(),
    html_url: z.string().nullish(),
  }),
  repository,
});
const push = z.object({
  ref: z.string(),
  deleted: z.boolean().default(false),
  commits: z
    .array(
      z.object({
        id: z.string(),
        timestamp: z.string(),
        message: z.string(),
        author: z.object({ name: z.string().nullish(), username: z.string().nullish() }).nullish(),
      }),
    )
    .default([]),
  repository,
});

/** @param event value of the header X-GitHub-Event */
export function fromGithub(event: string | null, body: unknown): NativeOutcome {
  if (event === 'deployment_status') return deployment(body);
  if (event === 'workflow_run') return build(body);
  if (event === 'push') return commits(body);
  return event === null ? malformed : ignored;
}

const startStates = new Set(['pending', 'queued', 'in_progress', 'waiting']);
const outcomes: Readonly<Record<string, string>> = { success: 'successful', failure: 'failed', error: 'failed' };

function deployment(body: unknown): NativeOutcome {
  const parsed = deploymentStatus.safeParse(body);
  if (!parsed.success) return malformed;
  const { deployment_status: status, deployment: about, repository: from } = parsed.data;
  const outcome = outcomes[status.state];
  // `inactive` is told of the deployment before, when another takes its place.
  if (outcome === undefined && !startStates.has(status.state)) return ignored;
  return {
    kind: 'delivery',
    delivery: {
      type: 'deployment',
      payload: {
        at: readTime(status.created_at),
        service: from.name,
        deployment: `github-${about.id}`,
        environment: about.environment,
        step: outcome === undefined ? 'start' : 'finish',
        ...(outcome === undefined ? {} : { outcome, dark: darkIn(about.payload) }),
        version: versionOfRef(about.ref),
        commit: about.sha,
        branch: about.ref,
        url: status.log_url ?? status.target_url ?? null,
      },
    },
  };
}

const saidDark = z.object({ dark: z.boolean() });

/** Whoever makes a deployment may give it a payload of their own, as JSON or as its text: `{"dark": true}` says that nobody meets it yet. */
function darkIn(payload: unknown): boolean | null {
  const said = saidDark.safeParse(typeof payload === 'string' ? parsedText(payload) : payload);
  return said.success ? said.data.dark : null;
}

function parsedText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function build(body: unknown): NativeOutcome {
  const parsed = workflowRun.safeParse(body);
  if (!parsed.success) return malformed;
  const { workflow_run: run, repository: from } = parsed.data;
  const state = stateOfRun(run.conclusion ?? null);
  const at = readTime(run.updated_at);
  return {
    kind: 'delivery',
    delivery: {
      type: 'build',
      payload: {
        at,
        // A run is tried again under the same number; of two words about a try, that of its end is the newer one.
        sequence: run.run_attempt * 2 + (state === 'in-progress' ? 0 : 1),
        service: from.name,
        build: `${run.name ?? 'workflow'} #${run.run_number}`,
        commit: run.head_sha,
        branch: run.head_branch ?? null,
        version: versionOfRef(run.head_branch ?? null),
        state,
        startedAt: readTime(run.run_started_at),
        finishedAt: state === 'in-progress' ? null : at,
        url: run.html_url ?? null,
      },
    },
  };
}

function stateOfRun(conclusion: string | null): string {
  if (conclusion === null) return 'in-progress';
  if (conclusion === 'success' || conclusion === 'neutral') return 'successful';
  return conclusion === 'cancelled' || conclusion === 'skipped' ? 'cancelled' : 'failed';
}

function commits(body: unknown): NativeOutcome {
  const parsed = push.safeParse(body);
  if (!parsed.success) return malformed;
  const { ref, deleted, commits: list, repository: from } = parsed.data;
  if (deleted) return ignored;
  const named = list.map(({ author, ...commit }) => ({ ...commit, author: author?.username ?? author?.name ?? '' }));
  return pushed({ repository: from.name, ref, commits: named });
}
