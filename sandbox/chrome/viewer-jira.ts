import type { z } from 'zod';
import type { Jira, JiraResponse } from '../jira/jira';

/** Jira refused something; `sentences` are its own, for people. */
export class JiraRefusal extends Error {
  constructor(
    readonly status: number,
    readonly sentences: readonly string[],
  ) {
    super(sentences.join(' '));
  }
}

/** Jira's REST API as the viewer; what a page shows and changes goes through this and nothing else. */
export interface ViewerJira {
  /** Reads and parses; rejects with JiraRefusal where Jira answers anything but 2xx. */
  read<T>(schema: z.ZodType<T>, path: string): Promise<T>;
  /** Reads and parses what the page can do without: null where Jira refuses. */
  tryRead<T>(schema: z.ZodType<T>, path: string): Promise<T | null>;
  /** Changes something and gives Jira's answer; rejects with JiraRefusal. */
  write(method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown): Promise<unknown>;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The sentences of Jira's ErrorCollection (`errorMessages`, `errors` by field). */
export function refusalSentences(response: Pick<JiraResponse, 'status' | 'body'>): readonly string[] {
  const body = isRecord(response.body) ? response.body : {};
  const messages = Array.isArray(body['errorMessages']) ? body['errorMessages'].map(String) : [];
  const byField = isRecord(body['errors'])
    ? Object.entries(body['errors']).map(([field, text]) => `${field}: ${String(text)}`)
    : [];
  const found = [...messages, ...byField];
  // Several rules may refuse with the same words.
  if (found.length > 0) return [...new Set(found)];
  return [typeof body['message'] === 'string' ? body['message'] : `Jira answered ${response.status}.`];
}

export function viewerJira(jira: Jira, accountId: string): ViewerJira {
  async function send(method: string, path: string, body: unknown): Promise<JiraResponse> {
    const headers = { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const text = body === undefined ? '' : JSON.stringify(body);
    const response = await jira.handle({ method, path, headers, body: text, actor: { kind: 'user', accountId }, scopes: null });
    if (response.status < 200 || response.status >= 300) throw new JiraRefusal(response.status, refusalSentences(response));
    return response;
  }
  const read: ViewerJira['read'] = async (schema, path) => schema.parse((await send('GET', path, undefined)).body);
  return {
    read,
    async tryRead(schema, path) {
      try {
        return await read(schema, path);
      } catch (error) {
        if (error instanceof JiraRefusal) return null;
        throw error;
      }
    },
    write: async (method, path, body) => (await send(method, path, body)).body,
  };
}
