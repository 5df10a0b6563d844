import type { FailureView, RunView } from '../../../../../src/contracts/pipelines';

const figure = (count: number): string => count.toLocaleString('en');

/** E.g. "2,014 tests: 3 failed with 2 causes, 1 flaky". */
export function tallyWords({ tests, failed, flaky, causes }: RunView): string {
  const all = tests === 1 ? '1 test' : `${figure(tests)} tests`;
  const failing =
    failed === 0
      ? 'none failed'
      : `${figure(failed)} failed${causes > 0 && causes !== failed ? ` with ${counted(causes, 'cause')}` : ''}`;
  return `${all}: ${failing}${flaky === 0 ? '' : `, ${figure(flaky)} flaky`}`;
}

/** The runs before, e.g. "8 of the 9 runs before passed". */
export function beforeWords({ before }: Pick<RunView, 'before'>): string {
  if (before.length === 0) return 'The first run that was told';
  const good = before.filter(({ state }) => state === 'passed' || state === 'flaky').length;
  if (before.length === 1) return good === 1 ? 'The run before passed' : 'The run before did not pass';
  const runs = `${before.length} runs before`;
  return good === before.length
    ? `All ${runs} passed`
    : good === 0
      ? `None of the ${runs} passed`
      : `${good} of the ${runs} passed`;
}

/** What became of a failure, where no issue says it: `Tracked`, `Known`, `Part of a broken run`. */
export function fateWords({ state }: Pick<FailureView, 'state'>): string {
  switch (state) {
    case 'tracked':
      return 'Tracked, no defect yet';
    case 'filing':
      return 'Becoming a defect';
    case 'filed':
      return 'A defect';
    case 'known':
      return 'Known';
    case 'broken-run':
      return 'Part of a broken run';
  }
}

/** How often and where, e.g. "12 times in 5 runs, in Staging and Test". */
export function seenWords({ times, runs, environments }: NonNullable<FailureView['seen']>): string {
  const often = times === 1 ? 'Once' : `${figure(times)} times${runs === 1 ? ' in one run' : ` in ${figure(runs)} runs`}`;
  const names = environments.map(({ name, stage }) => stage ?? name);
  if (names.length === 0) return often;
  const where = names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
  return `${often}, in ${where}`;
}

function counted(count: number, what: string): string {
  return `${figure(count)} ${what}${count === 1 ? '' : 's'}`;
}
