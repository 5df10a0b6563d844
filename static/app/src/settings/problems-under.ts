import type { SettingsProblem } from '../../../../src/contracts/settings';

/** The problems at a path or below it, as if all of them were at the path: for a field that shows a whole list. */
export function problemsUnder(problems: readonly SettingsProblem[], path: string): SettingsProblem[] {
  return problems.filter((problem) => isUnder(problem, path)).map(({ message }) => ({ path, message }));
}

/** How many there are at a path or below it. */
export function countUnder(problems: readonly SettingsProblem[], path: string): number {
  return problems.filter((problem) => isUnder(problem, path)).length;
}

function isUnder(problem: SettingsProblem, path: string): boolean {
  return problem.path === path || problem.path.startsWith(`${path}.`);
}
