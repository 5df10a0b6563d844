import { z } from 'zod';
import { verdictPropertyKey } from '../src/contracts/published-verdict';
import { answerOf, unknown, type GateAnswer } from './gate-answer';

/** Which gate is asked, and as whom. Everything is read through Jira's own REST API. */
export interface GateQuestion {
  readonly site: string;
  readonly project: string;
  /** Name or id of the version. */
  readonly version: string;
  readonly stage: string;
  readonly user: string | null;
  readonly token: string | null;
}

const versionsSchema = z.array(z.object({ id: z.string(), name: z.string() }));
const propertySchema = z.object({ value: z.unknown() });

/** Asks the gate. Never throws: what cannot be read is unknown, with the reason. */
export async function askGate(question: GateQuestion): Promise<GateAnswer> {
  try {
    const versions = await get(question, `/rest/api/3/project/${encodeURIComponent(question.project)}/versions`);
    if (versions.status !== 200) return unknown(refusal(versions.status, `project ${question.project}`, question));
    const version = versionsSchema
      .parse(versions.body)
      .find(({ id, name }) => name === question.version || id === question.version);
    if (version === undefined) return unknown(`Project ${question.project} has no version "${question.version}".`);
    const key = encodeURIComponent(verdictPropertyKey(version.id));
    const property = await get(question, `/rest/api/3/project/${encodeURIComponent(question.project)}/properties/${key}`);
    if (property.status === 404)
      return unknown(`Holdpoint has published no verdict for ${version.name} yet. Is the app installed on ${question.site}?`);
    if (property.status !== 200) return unknown(refusal(property.status, `the verdict of ${version.name}`, question));
    return answerOf(propertySchema.parse(property.body).value, question.stage, property.now);
  } catch (error) {
    return unknown(`${question.site} could not be asked: ${error instanceof Error ? reasonOf(error) : String(error)}.`);
  }
}

async function get(question: GateQuestion, path: string): Promise<{ status: number; body: unknown; now: Date }> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (question.user !== null)
    headers['authorization'] = `Basic ${Buffer.from(`${question.user}:${question.token ?? ''}`).toString('base64')}`;
  const response = await fetch(new URL(path, question.site), { headers, signal: AbortSignal.timeout(20_000) });
  const text = await response.text();
  const date = response.headers.get('date');
  return {
    status: response.status,
    body: response.status === 200 ? JSON.parse(text) : null,
    now: date === null ? new Date() : new Date(date),
  };
}

function refusal(status: number, what: string, question: GateQuestion): string {
  if (status === 401 || status === 403)
    return `${question.site} does not let ${question.user ?? 'an anonymous caller'} read ${what}: check HOLDPOINT_USER and HOLDPOINT_TOKEN.`;
  if (status === 404) return `${question.site} has no ${what}, or the caller may not see it.`;
  return `${question.site} answered ${status} when asked for ${what}; try again in a minute.`;
}

function reasonOf(error: Error): string {
  if (error instanceof z.ZodError) return 'its answer is not what Jira documents';
  if (error.cause instanceof Error) return error.cause.message;
  return error.message;
}
