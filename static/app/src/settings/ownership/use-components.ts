import { useEffect, useState } from 'react';
import { z } from 'zod';
import { readJira } from '../../bridge/jira';

const componentsSchema = z.array(z.object({ name: z.string() }));
/** More projects are not asked: the list is a help to write names right. */
const mostProjects = 20;

/** Names of the components of projects, as Jira shows them to the viewer; null while they are not known. */
export function useComponents(projects: readonly { readonly key: string }[]): readonly string[] | null {
  const [names, setNames] = useState<readonly string[] | null>(null);
  const keys = projects
    .slice(0, mostProjects)
    .map(({ key }) => key)
    .join(' ');
  const whole = projects.length <= mostProjects;
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const found = await Promise.all(
        keys.split(' ').map((key) => readJira(`/rest/api/3/project/${encodeURIComponent(key)}/components`, componentsSchema)),
      );
      // What is not known whole says of no name that it is wrong.
      if (gone || !whole || found.includes(null)) return;
      setNames([...new Set(found.flatMap((some) => some?.map(({ name }) => name) ?? []))].sort());
    };
    if (keys !== '') void read();
    return () => void (gone = true);
  }, [keys, whole]);
  return names;
}
