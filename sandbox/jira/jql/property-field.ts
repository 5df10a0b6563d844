import type { Field } from '@atlaskit/jql-ast';
import type { Issue } from '../model';
import type { Comparison, JqlValue, Predicate } from './comparison';
import { numberOf } from './custom-fields';
import { refusals, unmodelled } from './refusal';
import { checkEmpty, orderTest } from './scalar-test';
import type { SearchField } from './search-field';
import { OPERATORS } from './search-field';
import { searchedText } from './text-fields';
import { wordsOf } from './text-query';

/**
 * `issue.property[key].path` (Forge's page on jira:entityProperty): text is compared exactly or searched, numbers compared
 * and ordered, and of an array one element must match. Jira knows only paths that an app's manifest has indexed; here every
 * path is.
 */
export function propertyField({ value: entity, properties }: Field): SearchField {
  const [property, other] = properties ?? [];
  const path = (property?.path ?? []).flatMap((part) => part.value.split('.')).filter((part) => part !== '');
  const key = property?.key?.value;
  if (entity.toLowerCase() !== 'issue.property') throw unmodelled(`the JQL field '${entity}'`);
  if (key === undefined || path.length === 0 || other !== undefined) throw refusals.unknownField(entity);
  return {
    operators: OPERATORS.property,
    compile: (comparison) => compileProperty(comparison, (issue) => valuesAt(issue.properties[key]?.value, path)),
    sort: null,
    history: null,
  };
}

function valuesAt(value: unknown, path: readonly string[]): readonly (string | number)[] {
  const [step, ...rest] = path;
  if (Array.isArray(value)) return value.flatMap((element) => valuesAt(element, path));
  if (step === undefined) {
    if (typeof value === 'boolean') return [String(value)];
    return typeof value === 'string' || typeof value === 'number' ? [value] : [];
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return [];
  return valuesAt(Object.entries(value).find(([name]) => name === step)?.[1], rest);
}

function compileProperty(comparison: Comparison, read: (issue: Issue) => readonly (string | number)[]): Predicate {
  checkEmpty(comparison);
  const { operator, values, field } = comparison;
  const negative = operator === '!=' || operator === 'not in' || operator === 'is not' || operator === '!~';
  if (operator === '~' || operator === '!~') {
    const test = searchedText(comparison);
    return (issue) => {
      const found = read(issue);
      return found.length > 0 && found.some((value) => test(wordsOf(String(value)))) !== negative;
    };
  }
  const holds = orderTest(operator);
  if (holds !== undefined) {
    const marks = values.map((value) => numberOf(value, field));
    const ordered = (value: string | number): boolean =>
      typeof value === 'number' && marks.some((mark) => holds(Math.sign(value - mark)));
    return (issue) => read(issue).some(ordered);
  }
  const wanted = values.flatMap((value) => textOf(value, field));
  const empty = values.some(({ kind }) => kind === 'empty');
  return (issue) => {
    const found = read(issue);
    if (found.length === 0) return empty && !negative;
    return found.some((value) => wanted.some((other) => isSame(value, other))) !== negative;
  };
}

function textOf(value: JqlValue, field: string): readonly string[] {
  if (value.kind === 'call') throw refusals.functionForField(value.name, field);
  return value.kind === 'empty' ? [] : [value.value];
}

function isSame(value: string | number, wanted: string): boolean {
  return typeof value === 'number' ? wanted.trim() !== '' && value === Number(wanted) : value === wanted;
}
