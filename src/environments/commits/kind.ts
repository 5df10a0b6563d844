import { matchesAuthor } from './pattern';
import type { CommitRules } from './rules';

/** A commit as a repository has it. */
export interface Commit {
  /** Null for a message that is not a commit yet. */
  readonly sha: string | null;
  /** Two or more for a merge. */
  readonly parents: number;
  /** The author's e-mail address; empty where it is not known. */
  readonly author: string;
  readonly message: string;
}

export type CommitKind = 'plain' | 'merge' | 'bot' | 'revert' | 'cherry-pick';

/** Tells the kind of commits, by their authors, their parents and the words that git itself puts into messages. */
export function kindsBy({ bots }: Pick<CommitRules, 'bots'>): (commit: Commit) => CommitKind {
  // Few people write many commits.
  const machines = new Map<string, boolean>();
  const isMachine = (author: string) => {
    const known = machines.get(author);
    if (known !== undefined) return known;
    const found = bots.some((pattern) => matchesAuthor(pattern, author));
    machines.set(author, found);
    return found;
  };
  return ({ author, parents, message }) => {
    if (isMachine(author)) return 'bot';
    if (parents > 1) return 'merge';
    if (/^(Revert|Reapply) "/.test(message)) return 'revert';
    if (!message.includes(' commit ')) return 'plain';
    if (/^This reverts commit [0-9a-f]{7,64}\b/m.test(message)) return 'revert';
    return copied(message).length > 0 ? 'cherry-pick' : 'plain';
  };
}

/** The commits that a message says it reverts or picks, as it writes them: lower case, 7 to 64 hexadecimal digits, each once. */
export function copied(message: string): string[] {
  const found = message.matchAll(/(?:This reverts commit|\(cherry picked from commit) ([0-9a-f]{7,64})\b/g);
  return [...new Set([...found].flatMap(([, sha]) => (sha === undefined ? [] : [sha])))];
}
