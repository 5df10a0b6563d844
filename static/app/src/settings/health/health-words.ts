import type { HealthView, ProjectHealth, Signal } from '../../../../../src/contracts/health';

export type HealthState = Signal['state'];

export const stateWords: Record<HealthState, string> = {
  good: 'All is well',
  attention: 'Needs attention',
  bad: 'Cannot be relied on',
};

const worst: Record<HealthState, number> = { bad: 0, attention: 1, good: 2 };

/** The worst first; otherwise in the order that was given. */
export function worstFirst<Item extends { readonly state: HealthState }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => worst[a.state] - worst[b.state]);
}

/** How a project is, in two or three words: that it is being read goes before all else. */
export function projectWords({ store, state }: Pick<ProjectHealth, 'store' | 'state'>): string {
  if (store.kind === 'failed') return 'Could not be read';
  if (store.kind === 'reading') return store.paused ? 'Reading is paused' : 'Being read';
  return stateWords[state];
}

/** Whether nothing about a project needs eyes. */
export function isCalm({ store, state }: Pick<ProjectHealth, 'store' | 'state'>): boolean {
  return state === 'good' && store.kind === 'ready';
}

/** What is wrong with a project, in one sentence: its worst signal; null where there is none. */
export function troubleWords({ signals }: Pick<ProjectHealth, 'signals'>): string | null {
  const [first] = worstFirst(signals);
  return first === undefined || first.state === 'good' ? null : first.sentence;
}

const mostCalmShown = 8;

/** Projects that need eyes first; where many are calm, these are kept apart. */
export function arrange(projects: readonly ProjectHealth[]): {
  readonly shown: ProjectHealth[];
  readonly folded: ProjectHealth[];
} {
  const calm = projects.filter(isCalm);
  const others = worstFirst(projects.filter((project) => !isCalm(project)));
  return calm.length > mostCalmShown ? { shown: others, folded: calm } : { shown: [...others, ...calm], folded: [] };
}

/** What changed between two looks, to be read out. */
export function healthChanges(before: HealthView, after: HealthView): string[] {
  const projects = after.projects.flatMap((project) => {
    const earlier = before.projects.find((candidate) => candidate.project.id === project.project.id);
    if (earlier === undefined || projectWords(earlier) === projectWords(project)) return [];
    return [`${project.project.name}: ${projectWords(project).toLowerCase()}.`];
  });
  return before.sentence === after.sentence ? projects : [after.sentence, ...projects];
}
