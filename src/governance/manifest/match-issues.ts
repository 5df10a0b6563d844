import { manifestKinds } from './issue-manifest';
import type { IssueManifest } from './issue-manifest';

/** An issue of the source and what became of it. */
export interface IssuePair {
  readonly source: IssueManifest;
  readonly target: IssueManifest;
}

export interface Matched {
  readonly pairs: readonly IssuePair[];
  readonly lost: readonly IssueManifest[];
  readonly added: readonly IssueManifest[];
}

type Sign = (issue: IssueManifest) => string | null;

/**
 * Finds each issue again: by the mapping, then by what identifies it ever less surely. A sign counts where it stands for one issue on
 * either side; several issues that are alike in all that they hold are taken in the order in which they stand.
 * @param keys by key in the source the key in the target, as far as it is told
 * @param alike whether issues that hold the same may be taken for one another
 */
export function matchIssues(
  sources: readonly IssueManifest[],
  targets: readonly IssueManifest[],
  keys: ReadonlyMap<string, string>,
  alike: boolean,
): Matched {
  const pairs: IssuePair[] = [];
  const lost = new Set(sources);
  const added = new Set(targets);
  const pair = (source: IssueManifest, target: IssueManifest) => {
    pairs.push({ source, target });
    lost.delete(source);
    added.delete(target);
  };

  const byKey = new Map(targets.map((target) => [target.key, target]));
  for (const source of sources) {
    const target = byKey.get(keys.get(source.key) ?? '');
    if (target !== undefined && added.has(target)) pair(source, target);
  }
  const born = ({ created, gist }: IssueManifest) => `${created} ${gist}`;
  const signs: readonly Sign[] = [
    (issue) => `${issue.key} ${born(issue)}`,
    (issue) => `${born(issue)} ${insides(issue)}`,
    born,
    ({ key, created }) => (created === null ? null : `${key} ${created}`),
    ({ created }) => created,
    ({ key, gist }) => `${key} ${gist}`,
    ({ gist }) => gist,
  ];
  for (const [place, sign] of signs.entries()) {
    const groups = grouped([...added], sign);
    for (const [text, own] of grouped([...lost], sign)) {
      const others = groups.get(text) ?? [];
      if (!(alike && place === 1) && (own.length !== 1 || others.length !== 1)) continue;
      own.forEach((source, index) => {
        const target = others[index];
        if (target !== undefined) pair(source, target);
      });
    }
  }
  return { pairs, lost: [...lost], added: [...added] };
}

function grouped(issues: readonly IssueManifest[], sign: Sign): Map<string, IssueManifest[]> {
  const groups = new Map<string, IssueManifest[]>();
  for (const issue of issues) {
    const text = sign(issue);
    if (text === null) continue;
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [issue]);
    else group.push(issue);
  }
  return groups;
}

/** What it holds, without names that may have changed. */
function insides(issue: IssueManifest): string {
  return manifestKinds
    .map((kind) =>
      issue[kind].items
        .map(({ at, hash }) => `${at}${hash}`)
        .sort()
        .join(' '),
    )
    .join('|');
}
