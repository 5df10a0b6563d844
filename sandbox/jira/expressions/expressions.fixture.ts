import { calendarDateValue, dateValue, evaluateExpression, fromJson, functionValue, toJson, UnknownMember } from './index';
import type { EvaluationOptions, HostObject, Value } from './index';

export const NOW = new Date('2026-04-20T09:30:00.000Z');

/** A typed object with these members; `expensive` ones cost one operation each time they are read. */
export function aHost(typeName: string, members: Record<string, Value>, expensive: readonly string[] = []): HostObject {
  const known = new Map(Object.entries(members));
  return {
    kind: 'host',
    typeName,
    get(member, cost) {
      const value = known.get(member);
      if (value === undefined) throw new UnknownMember(member, [...known.keys()].sort());
      if (expensive.includes(member)) cost.expensive();
      return value;
    },
    toJson: () => ({ self: typeName }),
  };
}

/** EntityProperties: any key, null when there is none; `get(key)` is the same. */
export function someProperties(stored: Record<string, unknown>): HostObject {
  const known = new Map(Object.entries(stored));
  const read = (key: string): Value => fromJson(known.get(key) ?? null);
  return {
    kind: 'host',
    typeName: 'EntityProperties',
    get(member, cost) {
      if (member === 'keys') return functionValue('keys', () => [...known.keys()]);
      if (member === 'get') return functionValue('get', ([key]) => (typeof key === 'string' ? read(key) : null));
      cost.expensive();
      return read(member);
    },
  };
}

export function aVersion(id: number, name: string): HostObject {
  return aHost('Version', { id, name, released: false, description: null, releaseDate: calendarDateValue('2026-05-01') });
}

export function aContext(properties: Record<string, unknown> = {}, fixVersions = [aVersion(10, '4.2'), aVersion(11, '4.3')]) {
  const project = aHost('Project', { id: 1, key: 'PAY', properties: someProperties(properties) });
  const status = aHost('IssueStatus', { id: 3, name: 'In Progress' });
  const issue = aHost(
    'Issue',
    {
      id: 10001,
      key: 'PAY-1',
      summary: 'Refund twice',
      status,
      project,
      fixVersions,
      labels: ['money', 'urgent'],
      assignee: null,
      parent: null,
      comments: [],
      created: dateValue(new Date('2026-04-01T08:00:00Z')),
      dueDate: calendarDateValue('2026-04-30'),
    },
    ['comments', 'parent'],
  );
  return { issue, project, user: null, config: fromJson({ stage: 'production', threshold: 3, name: '' }) } satisfies Record<
    string,
    Value
  >;
}

/** The JSON of what an expression gives. */
export function run(
  text: string,
  context: Readonly<Record<string, Value>> = aContext(),
  options: Partial<EvaluationOptions> = {},
): unknown {
  return toJson(evaluateExpression(text, context, { now: NOW, ...options }).value);
}

/** The message an expression fails with; fails the test when it does not. */
export function failure(text: string, context?: Readonly<Record<string, Value>>, options?: Partial<EvaluationOptions>): string {
  try {
    return `no failure but ${JSON.stringify(run(text, context, options))}`;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}
