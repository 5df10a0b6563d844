import { useEffect, useState } from 'react';
import { z } from 'zod';
import { readJira } from '../bridge/jira';

const versionsSchema = z.array(
  z.looseObject({
    id: z.string(),
    name: z.string(),
    releaseDate: z.string().nullable().default(null),
    released: z.boolean().default(false),
    archived: z.boolean().default(false),
  }),
);
export type Version = z.infer<typeof versionsSchema>[number];

/**
 * Releases that are still to come, as Jira shows them to the viewer: GET /rest/api/3/project/{id}/versions. Null while it is asked.
 * `silent`: Jira did not answer.
 */
export function useVersions(projectId: string): readonly Version[] | 'silent' | null {
  const [read, setRead] = useState<{ readonly projectId: string; readonly versions: readonly Version[] | 'silent' } | null>(null);
  useEffect(() => {
    let gone = false;
    if (projectId === '') return undefined;
    void readJira(`/rest/api/3/project/${encodeURIComponent(projectId)}/versions`, versionsSchema).then((versions) => {
      const open = versions?.filter(({ released, archived }) => !released && !archived);
      if (!gone) setRead({ projectId, versions: open ?? 'silent' });
    });
    return () => {
      gone = true;
    };
  }, [projectId]);
  return read?.projectId === projectId ? read.versions : null;
}
