import { dateValue, fromJson } from '../expressions';
import { expensive, host, method } from './members';
import type { Member } from './members';
import type { Value } from '../expressions';
import type { Property } from '../model';

/** `obj.properties`: `get(key)`, `keys()`, `updated(key?)` and the keys themselves. Reading them is one expensive operation. */
export function entityProperties(properties: Readonly<Record<string, Property>>): Member {
  return expensive(() => {
    const own = (key: Value | undefined) =>
      typeof key === 'string' && Object.hasOwn(properties, key) ? properties[key] : undefined;
    return host({
      typeName: 'EntityProperties',
      members: {
        get: method('get', ([key]) => fromJson(own(key)?.value)),
        keys: method('keys', () => Object.keys(properties)),
        updated: method('updated', ([key]) => moment(key === undefined ? newest(properties) : own(key)?.updated)),
      },
      other: (key) => fromJson(own(key)?.value),
    });
  });
}

function newest(properties: Readonly<Record<string, Property>>): string | undefined {
  return Object.values(properties)
    .map((property) => property.updated)
    .sort()
    .at(-1);
}

function moment(instant: string | undefined): Value {
  return instant === undefined ? null : dateValue(new Date(instant));
}
