import { useEffect, useState } from 'react';
import { z } from 'zod';
import { call } from '../bridge/call';
import { readJira } from '../bridge/jira';
import { nearestFirst } from '../project/releases/nearest-first';

/** Names to choose from; null while they are read; "failed" where nobody answers. */
export type Choices<Choice> = readonly Choice[] | 'failed' | null;

export interface ProjectChoice {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

const projectsSchema = z.looseObject({
  values: z.array(z.looseObject({ id: z.coerce.string(), key: z.string(), name: z.string() })),
  isLast: z.boolean().optional(),
});
const perPage = 50;
/** Who has more finds the rest by the project that the gadget shows already. */
const mostProjects = 500;

async function readProjects(): Promise<readonly ProjectChoice[] | 'failed'> {
  const projects: ProjectChoice[] = [];
  for (let start = 0; start < mostProjects; start += perPage) {
    const path = `/rest/api/3/project/search?startAt=${start}&maxResults=${perPage}`;
    const page = await readJira(path, projectsSchema);
    if (page === null) return 'failed';
    projects.push(...page.values.map(({ id, key, name }) => ({ id, key, name })));
    if (page.isLast !== false || page.values.length === 0) break;
  }
  return projects.sort((a, b) => a.name.localeCompare(b.name));
}

/** The projects that the viewer may browse. */
export function useProjects(): Choices<ProjectChoice> {
  const [projects, setProjects] = useState<Choices<ProjectChoice>>(null);
  useEffect(() => void readProjects().then(setProjects), []);
  return projects;
}

/** Unreleased versions of a project, the nearest first. */
export function useVersions(projectId: string): Choices<{ readonly id: string; readonly name: string }> {
  const [read, setRead] = useState<{ of: string; versions: Choices<{ id: string; name: string }> }>({ of: '', versions: null });
  useEffect(() => {
    if (projectId === '') return;
    let wanted = true;
    void call('releases', { projectId }).then((answer) => {
      if (!wanted) return;
      const versions = answer.kind === 'ok' ? nearestFirst(answer.view.releases).map(({ version }) => version) : 'failed';
      setRead({ of: projectId, versions });
    });
    return () => void (wanted = false);
  }, [projectId]);
  return read.of === projectId ? read.versions : null;
}
