import { z } from 'zod';
import { verdictPropertyKey } from '../../../../src/contracts/published-verdict';
import { readJira } from '../bridge/jira';
import { publishedRelease, type PublishedRelease } from './published-releases';

const issueSchema = z.object({
  fields: z.object({ fixVersions: z.array(z.object({ id: z.string(), name: z.string(), released: z.boolean().optional() })) }),
});
const propertySchema = z.object({ value: z.unknown() });

/** The last published verdicts of an issue's unreleased fix versions, read from Jira alone. @returns null where Jira does not answer either */
export async function readPublished(projectId: string, issueId: string): Promise<PublishedRelease[] | null> {
  const issue = await readJira(`/rest/api/3/issue/${encodeURIComponent(issueId)}?fields=fixVersions`, issueSchema);
  if (issue === null) return null;
  const versions = issue.fields.fixVersions.filter(({ released }) => released !== true);
  return Promise.all(
    versions.map(async (version) => {
      const path = `/rest/api/3/project/${encodeURIComponent(projectId)}/properties/${verdictPropertyKey(version.id)}`;
      const property = await readJira(path, propertySchema);
      return publishedRelease(version, property?.value);
    }),
  );
}
