import api from '@forge/api';
import type { APIResponse, Route } from '@forge/api';
import { z } from 'zod';
import { ok } from './outcome';
import type { JiraOutcome, JiraTrouble } from './outcome';
import { spend } from './points';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface JiraCall {
  /** As the app, or as the person who looks at the screen. */
  readonly as: 'app' | 'viewer';
  readonly method: Method;
  readonly path: Route;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, in place of `body`; where it is a form, Jira wants to hear that no page of another site sent it. */
  readonly form?: { readonly contentType: string; readonly text: string };
}

/**
 * Asks Jira and parses the answer at the door. Never throws: every way in which it can go wrong is an outcome. Counts the one point of
 * the request; what is read with it is for the caller to count.
 */
export async function askJira<Schema extends z.ZodType>(call: JiraCall, schema: Schema): Promise<JiraOutcome<z.output<Schema>>> {
  const answer = await send(call);
  if (answer.kind !== 'ok') return answer;
  const parsed = schema.safeParse(await bodyOf(answer.value));
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return { kind: 'failed', because: `Jira's answer to ${named(call)} has another shape at ${issue?.path.join('.') ?? '?'}.` };
}

/** As `askJira` where the answer's body says nothing. */
export async function tellJira(call: JiraCall): Promise<JiraOutcome<null>> {
  const answer = await send(call);
  return answer.kind === 'ok' ? ok(null) : answer;
}

async function send(call: JiraCall): Promise<JiraOutcome<APIResponse>> {
  try {
    const requestJira = call.as === 'app' ? api.asApp().requestJira : api.asUser().requestJira;
    const response = await requestJira(call.path, {
      method: call.method,
      ...contentOf(call),
    });
    // What was refused for want of points costs none.
    if (response.status !== 429) spend(1);
    return response.ok ? ok(response) : await trouble(call, response);
  } catch (error) {
    return {
      kind: 'failed',
      because: `Jira could not be reached for ${named(call)}: ${error instanceof Error ? error.name : 'unknown'}.`,
    };
  }
}

function contentOf({ body, form }: JiraCall): { headers: Record<string, string>; body?: string } {
  const headers = { Accept: 'application/json' };
  if (form !== undefined)
    return { headers: { ...headers, 'Content-Type': form.contentType, 'X-Atlassian-Token': 'no-check' }, body: form.text };
  if (body === undefined) return { headers };
  return { headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

async function trouble(call: JiraCall, response: APIResponse): Promise<JiraTrouble> {
  const because = `Jira answered ${response.status} to ${named(call)}.`;
  if (response.status === 404) return { kind: 'gone', because };
  if (response.status === 401 || response.status === 403) return { kind: 'refused', because };
  if (response.status === 400 || response.status === 409)
    return { kind: 'failed', because, status: response.status, said: errorWords(await bodyOf(response)) };
  if (response.status !== 429) return { kind: 'failed', because, status: response.status };
  const seconds = Number(response.headers.get('Retry-After'));
  return { kind: 'busy', because, retryAfter: Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : 60 };
}

const errorSchema = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});
const mostWords = 5;
const longestWords = 300;

/** Jira's `ErrorCollection`, in so many words as a screen has room for. */
function errorWords(body: unknown): string[] {
  const parsed = errorSchema.safeParse(body);
  if (!parsed.success) return [];
  const { errorMessages, errors } = parsed.data;
  return [...errorMessages, ...Object.values(errors)].slice(0, mostWords).map((words) => words.slice(0, longestWords));
}

async function bodyOf(response: APIResponse): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The call without its query, which may quote names. */
function named(call: JiraCall): string {
  return `${call.method} ${call.path.value.split('?')[0] ?? ''}`;
}
