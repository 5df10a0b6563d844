import type { JiraFacts } from './facts';
import { keyOf, mentionsIn } from './keys';
import type { Mention } from './keys';
import type { Commit } from './kind';
import type { ProjectGuesser } from './likeness';
import { mistypedIn } from './mistyped';
import type { Mistyped } from './mistyped';
import { notProjects } from './not-projects';
import { nameOf } from './sentence';

/** What is known where the key of a commit is looked for. */
interface Searched {
  readonly branch: string;
  readonly facts: JiraFacts;
  readonly guesser: ProjectGuesser;
}

/** The issue that a message without a key probably means: one that is there, as far as issues were read. */
export function suggestionFor(message: string, { facts, guesser }: Searched): Mistyped | null {
  if (facts.projects === null) return null;
  const candidates = mistypedIn(message, facts.projects, guesser);
  return candidates.find(({ key }) => facts.issues === null || facts.issues.has(key)) ?? null;
}

/** @param suggestion what the message probably means; null where nothing is probable */
export function noKey(commit: Commit, suggestion: Mistyped | null, { branch, facts }: Searched): string {
  if (suggestion !== null)
    return `${nameOf(commit)} says "${suggestion.written}", which is no issue key. Did you mean ${suggestion.key}? Then write that.`;
  const other = unknownProject(commit.message, facts.projects);
  if (other !== null)
    return `${nameOf(commit)} names ${keyOf(other)}, but no project that counts has the key ${other.project}: put the key of an issue that ${branch} may take into its message.`;
  return `${nameOf(commit)} names no issue, and ${branch} takes no commit without one: put the key of its issue into its message, for example "${exampleKey(facts)} Say what changed".`;
}

function unknownProject(message: string, projects: ReadonlySet<string> | null): Mention | null {
  if (projects === null) return null;
  for (const mention of mentionsIn(message, projects)) {
    if (!projects.has(mention.project) && !notProjects.has(mention.project) && mention.project.length <= 10) return mention;
  }
  return null;
}

function exampleKey({ projects }: JiraFacts): string {
  const [first] = projects === null || projects.size > 1 ? [] : projects;
  return `${first ?? 'ABC'}-123`;
}
