import type { Severity } from '../../kernel/severity';
import type { Create } from './decision';
import { adfOf, oneLine, type DocumentBlock, type DocumentItem } from './document';
import { cut, excerptOf } from './excerpt';
import type { FailurePolicy } from './policy';
import type { FailureGroup, TestName, TestRun } from './run';

/** What an issue is created with. */
export interface DescribedDefect {
  /** One line of at most 240 characters; Jira takes 255. */
  readonly summary: string;
  readonly description: readonly DocumentBlock[];
  readonly severity: Severity;
}

const summaryLength = 240;
const listed = 20;
/** Jira takes a description of 32,767 characters, and counts more than the words. */
const descriptionLength = 30_000;

/**
 * How a failure reads as a defect.
 * @param created why it is one, and whether because it comes and goes
 */
export function describeFailure(
  group: FailureGroup,
  run: TestRun,
  policy: FailurePolicy,
  created: Pick<Create, 'flaky' | 'why'>,
): DescribedDefect {
  const told = (most: number): DocumentBlock[] => [
    { kind: 'paragraph', text: created.why },
    { kind: 'bullets', items: [...placeOf(run), said('Seen', howOften(group)), said('Fingerprint', group.fingerprint)] },
    ...headed('Tests', { kind: 'bullets', items: testsOf(group.tests) }),
    ...headed('Failure', { kind: 'code', text: failureText(group, most) }),
    ...(run.log === null ? [] : headed('Log', { kind: 'code', text: excerptOf(run.log, group.message, within(most)) })),
    { kind: 'paragraph', text: closingRule(policy) },
  ];
  return { summary: summaryOf(group, created.flaky), description: fitting(told), severity: policy.severity };
}

/** What failed in a line: the error and its message; where it has none, where it happened. */
export function summaryOf(group: FailureGroup, flaky: boolean): string {
  const kind = oneLine(group.kind);
  const title = oneLine(group.title);
  const where = oneLine(group.topFrame ?? nameOf(group.tests[0]));
  const said = kind === '' || title.startsWith(kind) ? title : [kind, title].filter((part) => part !== '').join(': ');
  const whole = title === '' ? [kind === '' ? 'Failure without a message' : kind, where].join(' in ') : said;
  return cut(`${flaky ? 'Flaky: ' : ''}${whole}`, summaryLength);
}

/** Where and of what the run was. */
export function placeOf(run: TestRun): DocumentItem[] {
  const some = (label: string, value: string | null) => (value === null ? [] : [said(label, value)]);
  return [
    said('Environment', run.environment),
    ...some('Segment', run.segment),
    said('Suite', run.suite),
    { label: 'Run', text: run.run, href: run.url },
    ...(run.service === 'default' ? [] : [said('Service', run.service)]),
    ...some('Version', run.version),
    ...some('Build', run.build),
    ...some('Commit', run.commit),
    ...some('Branch', run.branch),
    said('Time', `${run.at.slice(0, 16).replace('T', ' ')} UTC`),
  ];
}

/** "500 times in 480 tests". */
export function howOften({ count, flaky, tests }: FailureGroup): string {
  const often = `${count === 1 ? 'once' : `${count} times`} in ${tests.length === 1 ? 'one test' : `${tests.length} tests`}`;
  return flaky === 0 ? often : `${often}; passed when tried again: ${flaky === count ? 'always' : `${flaky} of ${count}`}`;
}

/** The message and the trace, which often begins with it. @param most characters */
export function failureText(group: FailureGroup, most: number): string {
  const message = group.message ?? '';
  const trace = group.trace ?? '';
  const both = trace.includes(message) ? trace : `${message}\n\n${trace}`;
  return excerptOf(both, group.topFrame, within(most));
}

/** The first of a list, and how many more there are. */
export function firstOf<T>(all: readonly T[], tell: (one: T) => string): DocumentItem[] {
  const items = all.slice(0, listed).map((one) => ({ label: null, text: cut(oneLine(tell(one)), 200), href: null }));
  const more = all.length - listed;
  return more > 0 ? [...items, { label: null, text: `and ${more} more`, href: null }] : items;
}

/** The longest telling that Jira takes. @param told given the most characters of an excerpt */
export function fitting(told: (most: number) => DocumentBlock[]): DocumentBlock[] {
  const fits = [8_000, 4_000, 2_000].find((most) => JSON.stringify(adfOf(told(most))).length <= descriptionLength);
  return told(fits ?? 1_000);
}

function testsOf(tests: readonly TestName[]): DocumentItem[] {
  return firstOf(tests, nameOf);
}

function nameOf(test: TestName | undefined): string {
  if (test === undefined) return 'an unnamed test';
  return test.class === '' ? test.name : `${test.class}: ${test.name}`;
}

function headed(text: string, block: DocumentBlock): DocumentBlock[] {
  const isEmpty = block.kind === 'bullets' ? block.items.length === 0 : block.text.trim() === '';
  return isEmpty ? [] : [{ kind: 'heading', text }, block];
}

function closingRule({ greenRuns }: FailurePolicy): string {
  const runs =
    greenRuns === 1
      ? 'one run of this suite and environment no longer shows'
      : `${greenRuns} runs of this suite and environment no longer show`;
  return `Closing is proposed once ${runs} it. Should it come back after that, this defect is opened again.`;
}

function within(most: number) {
  return { line: 1_000, all: most };
}

function said(label: string, text: string): DocumentItem {
  return { label, text, href: null };
}
