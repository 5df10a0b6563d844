import { patternProblem, problemsOfRules } from '../environments';
import type { MaskingRules } from '../environments';
import type { Problem } from './problem';
import type { Settings } from './settings';

/** What is wrong with what a well-formed document says of pipelines. */
export function pipelineProblems(settings: Settings): Problem[] {
  return [...environmentNames(settings), ...failures(settings), ...masking(settings), ...branches(settings)];
}

/** A name that two stages have would be the first one's, and the key of another stage always that stage's. */
function environmentNames({ stages }: Settings): Problem[] {
  return stages.flatMap((stage, n) =>
    stage.environments.flatMap((name, m) => {
      const other = stages.find(
        ({ key, environments }, at) =>
          at !== n && (key === plain(name) || (at < n && environments.map(plain).includes(plain(name)))),
      );
      if (other === undefined) return [];
      const message = `Pipelines mean ${other.name} by "${name}" already. Give each stage names of its own.`;
      return [{ path: `stages.${n}.environments.${m}`, message }];
    }),
  );
}

function failures({ failures: { flaky, known } }: Settings): Problem[] {
  return [
    ...(flaky.atLeast > flaky.over
      ? [{ path: 'failures.flaky.atLeast', message: `It is judged over ${flaky.over} runs, so there are never more.` }]
      : []),
    ...known.flatMap(({ match }, n) =>
      match.kind === 'text' && !/[\p{L}\p{N}]/u.test(match.text)
        ? [{ path: `failures.known.${n}.match.text`, message: 'Name at least one word: without one it matches nothing.' }]
        : [],
    ),
  ];
}

function masking({ masking: { standard, environments } }: Settings): Problem[] {
  const each = (rules: MaskingRules, path: string) =>
    rules.nationalIdPatterns.flatMap((pattern, n) => {
      const message = patternProblem(pattern);
      return message === null ? [] : [{ path: `${path}.nationalIdPatterns.${n}`, message: `"${pattern}": ${message}` }];
    });
  return [
    ...each(standard, 'masking.standard'),
    ...Object.entries(environments).flatMap(([name, rules]) => each(rules, `masking.environments.${name}`)),
  ];
}

/** The sentences about rules come without a place: those that a rule adds to the ones before it are its own. */
function branches({ commits }: Settings): Problem[] {
  const upTo = (count: number) => problemsOfRules({ ...commits, branches: commits.branches.slice(0, count) });
  return commits.branches.flatMap((_, n) =>
    upTo(n + 1)
      .slice(upTo(n).length)
      .map((message) => ({ path: `commits.branches.${n}.branch`, message })),
  );
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
