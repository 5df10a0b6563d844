import { functionValue, UnknownMember } from '../expressions';
import type { ExpenseMeter, HostObject, Value } from '../expressions';

export type Member = (cost: ExpenseMeter) => Value;

interface Shape {
  readonly typeName: string;
  readonly identity?: string;
  readonly members: Readonly<Record<string, Member>>;
  /** Members whose names are data: custom fields, property keys. Undefined for a name that is none. */
  readonly other?: (member: string, cost: ExpenseMeter) => Value | undefined;
  readonly toJson?: () => unknown;
}

/** A typed object of Jira expressions; a member it does not have is a failure, not null. */
export function host(shape: Shape): HostObject {
  const members = new Map(Object.entries(shape.members));
  return {
    kind: 'host',
    typeName: shape.typeName,
    get: (member, cost) => {
      const found = members.get(member);
      const value = found === undefined ? shape.other?.(member, cost) : found(cost);
      if (value === undefined) {
        throw new UnknownMember(member, [...members.keys()]);
      }
      return value;
    },
    ...(shape.identity === undefined ? {} : { identity: shape.identity }),
    ...(shape.toJson === undefined ? {} : { toJson: shape.toJson }),
  };
}

/** Members that cost nothing. */
export function plain(values: Readonly<Record<string, Value>>): Record<string, Member> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => value]));
}

/** A member that loads more data: one expensive operation each time it is read. */
export function expensive(load: () => Value): Member {
  return (cost) => {
    cost.expensive();
    return load();
  };
}

export function method(name: string, call: (args: readonly Value[], cost: ExpenseMeter) => Value): Member {
  return () => functionValue(name, call);
}
