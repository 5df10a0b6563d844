import type { BranchVerdict, Commit, CommitVerdict } from '../src/environments/commits';

/** What is printed of one branch: the verdict and the commits that it is about, in the same order. */
export interface CheckedBranch {
  readonly verdict: BranchVerdict;
  readonly commits: readonly Commit[];
}

/** Whether issues were read, or keys alone looked at. */
export type Judged = 'issues' | 'keys';

export type OutputForm = 'text' | 'json' | 'github';

/** Everything that `holdpoint check-commits` prints. Nothing in a message can speak to a terminal or a pipeline. */
export function writeVerdicts(branches: readonly CheckedBranch[], judged: Judged, form: OutputForm): string {
  const summary = summaryOf(branches, judged);
  if (form === 'json') return [...branches.flatMap(jsonLines), JSON.stringify(summary)].join('\n');
  const lines = form === 'github' ? branches.flatMap(githubLines) : branches.flatMap(textLines);
  const rewords = summary.outcome === 'failed' && branches.some(({ commits }) => commits.some(({ sha }) => sha !== null));
  return [...lines, summary.sentence, ...(rewords ? [howToReword] : [])].join('\n');
}

/** What is printed where nothing could be judged; null where standard error says it all. */
export function writeUnknown(sentence: string, form: OutputForm): string | null {
  if (form === 'json') return JSON.stringify({ kind: 'summary', outcome: 'unknown', exitCode: 2, sentence });
  return form === 'github' ? `::error title=Commits could not be checked::${githubText(sentence)}` : null;
}

const howToReword = 'To change a message: git commit --amend for the last commit, git rebase -i for those before it.';

function summaryOf(branches: readonly CheckedBranch[], judged: Judged) {
  const all = branches.flatMap(({ verdict }) => verdict.commits);
  const count = (state: CommitVerdict['state']) => all.filter((commit) => commit.state === state).length;
  const [fine, wrong, skipped] = [count('fine'), count('wrong'), count('skipped')];
  const outcome = branches.some(({ verdict }) => verdict.outcome === 'failed') ? 'failed' : 'passed';
  const counts = [
    `${fine} all right`,
    ...(wrong > 0 ? [`${wrong} with problems`] : []),
    ...(skipped > 0 ? [`${skipped} let through unread`] : []),
  ];
  const unruled = branches.filter(({ verdict }) => verdict.rule === null).map(({ verdict }) => clean(verdict.branch));
  const sentence = [
    all.length === 0 ? 'No commits to check.' : `${all.length} ${all.length === 1 ? 'commit' : 'commits'}: ${counts.join(', ')}.`,
    ...(unruled.length > 0 ? [`No rule is for ${unruled.join(', ')}, so nothing was asked of it.`] : []),
    ...(judged === 'keys' && fine + wrong > 0
      ? ['Jira was not asked: whether the issues are there and right is not known.']
      : []),
  ].join(' ');
  return {
    ...{ kind: 'summary', outcome, exitCode: outcome === 'passed' ? 0 : 1, judged },
    ...{ commits: all.length, fine, wrong, skipped },
    branches: branches.map(({ verdict: { branch, rule, version } }) => ({ branch, rule, version })),
    sentence,
  };
}

function jsonLines({ verdict, commits }: CheckedBranch): string[] {
  return verdict.commits.map(({ kind, ...commit }, n) =>
    JSON.stringify({ kind: 'commit', branch: verdict.branch, firstLine: firstLine(commits[n]), commitKind: kind, ...commit }),
  );
}

function textLines({ verdict, commits }: CheckedBranch): string[] {
  const lines = verdict.commits.flatMap(({ sha, problems }, n) =>
    problems.length === 0
      ? []
      : [
          `${sha === null ? 'message ' : sha.slice(0, 8)} ${clean(firstLine(commits[n]))}`,
          ...problems.map(({ rule, sentence }) => `  ${rule}: ${clean(sentence)}`),
        ],
  );
  return lines.length === 0 ? [] : [`To ${clean(verdict.branch)}, by the rule for ${clean(verdict.rule ?? '')}:`, ...lines, ''];
}

function githubLines({ verdict }: CheckedBranch): string[] {
  return verdict.commits.flatMap(({ sha, problems }) =>
    problems.map(({ rule, sentence }) => {
      const title = `${sha === null ? 'Commit' : `Commit ${sha.slice(0, 8)}`} (${rule})`;
      return `::error title=${githubText(title).replace(/:/g, '%3A').replace(/,/g, '%2C')}::${githubText(clean(sentence))}`;
    }),
  );
}

function githubText(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function firstLine(commit: Commit | undefined): string {
  const [line] = (commit?.message ?? '').trimStart().split('\n', 1);
  return (line ?? '').slice(0, 120);
}

/** Without what moves a cursor, changes the direction of writing or gives a pipeline an order. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, ' ').replace(/##(?=\[|vso\[)/gi, '# #');
}
