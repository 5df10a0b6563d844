import { byText } from './by-text';
import type { FailedCase, FailureGroup, FailureIdentity, TestName } from './run';

interface Example {
  readonly failed: FailedCase;
  readonly identity: FailureIdentity;
}

interface Gathered {
  example: Example;
  readonly tests: Map<string, TestName>;
  count: number;
  flaky: number;
}

/**
 * Failures of one cause become one group, whatever their number. The order in which they come does not matter: the example is the one
 * that says most (a failure that stayed, with a trace, with a message), and among equals the first by its texts.
 * @returns in the order of their fingerprints
 */
export function groupFailures(cases: readonly FailedCase[], identityOf: (failed: FailedCase) => FailureIdentity): FailureGroup[] {
  const groups = new Map<string, Gathered>();
  for (const failed of cases) {
    const example = { failed, identity: identityOf(failed) };
    const group = groups.get(example.identity.fingerprint) ?? { example, tests: new Map<string, TestName>(), count: 0, flaky: 0 };
    if (order(example, group.example) < 0) group.example = example;
    group.tests.set(JSON.stringify([failed.class, failed.name]), { name: failed.name, class: failed.class });
    group.count += 1;
    if (failed.flaky) group.flaky += 1;
    groups.set(example.identity.fingerprint, group);
  }
  return [...groups.values()].map(finished).sort((a, b) => byText(a.fingerprint, b.fingerprint));
}

function finished({ example: { failed, identity }, tests, count, flaky }: Gathered): FailureGroup {
  return {
    fingerprint: identity.fingerprint,
    kind: identity.kind,
    title: identity.message,
    topFrame: identity.frames[0] ?? null,
    tests: [...tests.values()].sort((a, b) => byText(a.class, b.class) || byText(a.name, b.name)),
    count,
    flaky,
    message: failed.message,
    trace: failed.trace,
  };
}

function order(a: Example, b: Example): number {
  const said = (one: Example) =>
    (one.failed.flaky ? 4 : 0) + (one.failed.trace === null ? 2 : 0) + (one.failed.message === null ? 1 : 0);
  return (
    said(a) - said(b) ||
    byText(a.failed.class, b.failed.class) ||
    byText(a.failed.name, b.failed.name) ||
    byText(a.failed.message ?? '', b.failed.message ?? '') ||
    byText(a.failed.trace ?? '', b.failed.trace ?? '')
  );
}
