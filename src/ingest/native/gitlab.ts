import { z } from 'zod';
import { ignored, malformed, pushed, readTime, versionOfRef } from './native';
import type { NativeOutcome } from './native';

/** Only what is relied on (docs.gitlab.com, "Webhook events"). */
const project = z.object({ name: z.string(), web_url: z.string().nullish() });
const deploymentEvent = z.object({
  status: z.string(),
  status_changed_at: z.string(),
  deployment_id: z.number(),
  environment: z.string(),
  ref: z.string().nullish(),
  short_sha: z.string().nullish(),
  deployable_url: z.string().nullish(),
  project,
});
const pipelineEvent = z.object({
  object_attributes: z.object({
    id: z.number(),
    ref: z.string(),
    sha: z.string(),
    status: z.string(),
    created_at: z.string(),
    finished_at: z.string().nullish(),
    url: z.string().nullish(),
  }),
  project,
});
const pushEvent = z.object({
  ref: z.string(),
  commits: z
    .array(
      z.object({
        id: z.string(),
        timestamp: z.string(),
        message: z.string(),
        author: z.object({ name: z.string().nullish() }).nullish(),
      }),
    )
    .default([]),
  project,
});

/** The kind of event stands in the body, `object_kind`. */
export function fromGitlab(body: unknown): NativeOutcome {
  const kind = z.object({ object_kind: z.string() }).safeParse(body).data?.object_kind;
  if (kind === 'deployment') return deployment(body);
  if (kind === 'pipeline') return pipeline(body);
  if (kind === 'push') return commits(body);
  return kind === undefined ? malformed : ignored;
}

const outcomes: Readonly<Record<string, string>> = { success: 'successful', failed: 'failed', canceled: 'cancelled' };

function deployment(body: unknown): NativeOutcome {
  const parsed = deploymentEvent.safeParse(body);
  if (!parsed.success) return malformed;
  const event = parsed.data;
  const outcome = outcomes[event.status];
  if (outcome === undefined && event.status !== 'running') return ignored;
  const commit = event.short_sha ?? null;
  return {
    kind: 'delivery',
    delivery: {
      type: 'deployment',
      payload: {
        at: readTime(event.status_changed_at),
        service: event.project.name,
        deployment: `gitlab-${event.deployment_id}`,
        environment: event.environment,
        step: outcome === undefined ? 'start' : 'finish',
        ...(outcome === undefined ? {} : { outcome }),
        version: versionOfRef(event.ref ?? null),
        // A deployment of GitLab always has a ref; where it gives no commit, the deployment stands for what was built.
        ...(commit === null ? { build: `gitlab-${event.deployment_id}` } : { commit }),
        branch: event.ref ?? null,
        url: event.deployable_url ?? null,
      },
    },
  };
}

const pipelineStates: Readonly<Record<string, string>> = {
  success: 'successful',
  failed: 'failed',
  canceled: 'cancelled',
  skipped: 'cancelled',
};

function pipeline(body: unknown): NativeOutcome {
  const parsed = pipelineEvent.safeParse(body);
  if (!parsed.success) return malformed;
  const { object_attributes: run, project: from } = parsed.data;
  const state = pipelineStates[run.status] ?? 'in-progress';
  const startedAt = readTime(run.created_at);
  const finishedAt = state === 'in-progress' ? null : readTime(run.finished_at);
  return {
    kind: 'delivery',
    delivery: {
      type: 'build',
      payload: {
        at: finishedAt ?? startedAt,
        sequence: state === 'in-progress' ? 0 : 1,
        service: from.name,
        build: String(run.id),
        commit: run.sha,
        branch: run.ref,
        version: versionOfRef(run.ref),
        state,
        startedAt,
        finishedAt,
        url: run.url ?? (from.web_url == null ? null : `${from.web_url}/-/pipelines/${run.id}`),
      },
    },
  };
}

function commits(body: unknown): NativeOutcome {
  const parsed = pushEvent.safeParse(body);
  if (!parsed.success) return malformed;
  const { ref, commits: list, project: from } = parsed.data;
  const named = list.map(({ author, ...commit }) => ({ ...commit, author: author?.name ?? '' }));
  return pushed({ repository: from.name, ref, commits: named });
}
