import { z } from 'zod';
import { verdictPropertyKey } from '../src/contracts/published-verdict';
import { answerOf, unknown } from './gate-answer';
import type { GateAnswer } from './gate-answer';
import type { Jira } from './jira';
import { readDefects } from './read-defects';

/** Which gate is asked. */
export interface GateQuestion {
  readonly project: string;
  /** Name or id of the version; of the train where it is one. */
  readonly version: string;
  readonly stage: string;
  /** Whether a train is asked about; it has no project. */
  readonly train?: boolean;
  /** The build that would enter; null or left out where it was not told. */
  readonly build?: string | null;
  /** Whether it goes back to what was there before. */
  readonly rollback?: boolean;
}

/** An answer, with what only the one who waits for another needs to know. */
export interface Asked {
  readonly answer: GateAnswer;
  /** Jira's id of the project, by which a ledger names it; null where it was not learnt. */
  readonly projectId: string | null;
  /** Asking again later cannot help: the account or the address is wrong. */
  readonly lasting: boolean;
}

const versionsSchema = z.array(
  z.object({ id: z.string(), name: z.string(), projectId: z.union([z.number(), z.string()]).optional() }),
);
const propertySchema = z.object({ value: z.unknown() });

/**
 * Asks the gate by the verdict that is published in Jira, and while it is not open for the defects behind it, as far as the caller may
 * see them. What cannot be read is unknown, with the reason.
 */
export async function askPublished({ project, version, stage, build = null }: GateQuestion, jira: Jira): Promise<Asked> {
  const path = `/rest/api/3/project/${encodeURIComponent(project)}`;
  const listed = await jira.get(`${path}/versions`, `project ${project}`);
  if (listed.kind !== 'ok') return notAsked(listed.because, listed.kind === 'refused' && listed.lasting);
  const versions = versionsSchema.safeParse(listed.body).data;
  if (versions === undefined) return notAsked(`What ${jira.host} answered is not what Jira documents.`, true);
  const found = versions.find(({ id, name }) => name === version || id === version);
  if (found === undefined) return notAsked(`Project ${project} has no version "${version}".`, false);

  const key = encodeURIComponent(verdictPropertyKey(found.id));
  const property = await jira.get(`${path}/properties/${key}`, `verdict of ${found.name}`);
  if (property.kind === 'refused' && property.status === 404)
    return notAsked(`Holdpoint has published no verdict for ${found.name} yet. Is the app installed on ${jira.host}?`, false);
  if (property.kind !== 'ok') return notAsked(property.because, property.kind === 'refused' && property.lasting);

  const answer = answerOf(propertySchema.safeParse(property.body).data?.value, stage, property.now, build);
  const projectId = found.projectId === undefined ? null : String(found.projectId);
  const wanted = answer.state !== 'open' && answer.jql !== null;
  const defects = wanted ? await readDefects(jira, answer.jql, { key: project, id: projectId }) : null;
  return { answer: { ...answer, defects }, projectId, lasting: false };
}

function notAsked(because: string, lasting: boolean): Asked {
  return { answer: unknown(because), projectId: null, lasting };
}
