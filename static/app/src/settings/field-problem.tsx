import type { ReactElement } from 'react';
import type { SettingsProblem } from '../../../../src/contracts/settings';

/** The id that a field names in `aria-describedby`, where spaces part one id from the next. */
export function problemId(path: string): string {
  return `problem-${path.replaceAll(/[^\p{L}\p{N}_]/gu, '-')}`;
}

export function hasProblem(problems: readonly SettingsProblem[], path: string): boolean {
  return problems.some((problem) => problem.path === path);
}

/** What is wrong with a field, beside it. */
export function FieldProblem({ problems, path }: { problems: readonly SettingsProblem[]; path: string }): ReactElement | null {
  const problem = problems.find((one) => one.path === path);
  if (problem === undefined) return null;
  return (
    <span id={problemId(path)} className="problem small" role="alert">
      {problem.message}
    </span>
  );
}
