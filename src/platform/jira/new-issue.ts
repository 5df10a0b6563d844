import { route } from '@forge/api';
import { z } from 'zod';
import type { Adf } from '../../kernel/adf';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

/** An issue that the app makes. */
export interface NewIssue {
  readonly projectId: string;
  /** Name of the work type. */
  readonly type: string;
  readonly summary: string;
  readonly description: Adf;
  readonly labels: readonly string[];
  /** Ids of versions that the defect was seen in. */
  readonly affects: readonly string[];
  /** By field id, e.g. `customfield_10101`. */
  readonly customFields: Readonly<Record<string, string>>;
}

/** Makes an issue as the app: POST /rest/api/3/issue. */
export function createIssue(issue: NewIssue): Promise<JiraOutcome<{ id: string; key: string }>> {
  const { projectId, type, summary, description, labels, affects, customFields } = issue;
  const fields = {
    ...{ project: { id: projectId }, issuetype: { name: type }, summary, description, labels },
    ...(affects.length === 0 ? {} : { versions: affects.map((id) => ({ id })) }),
    ...customFields,
  };
  const made = z.object({ id: z.string(), key: z.string() });
  return askJira({ as: 'app', method: 'POST', path: route`/rest/api/3/issue`, body: { fields } }, made);
}
