import type { OperatorValue } from '@atlaskit/jql-ast';
import type { Issue } from '../model';
import type { Comparison, JqlValue, Literal, Predicate } from './comparison';
import { functionFor } from './function-call';
import { refusals } from './refusal';
import { checkEmpty, orderTest } from './scalar-test';
import type { SearchContext, SiteLookup } from './search-context';
import type { SearchField, SortKey, TrackedField } from './search-field';
import { OPERATORS } from './search-field';
import type { ValueFunction } from './value-functions';

/** One thing that a field can hold: a version, a status, a user. */
export interface Choice {
  readonly id: string;
  /** By which a query names it besides its id, without regard to case; the first is its name. */
  readonly names: readonly string[];
  /** Choices are ordered only within their scale: versions within their project. */
  readonly scale?: string;
}

/** A field that holds ids of things from a list. */
export interface ChoiceSpec {
  readonly ids: (issue: Issue) => readonly string[];
  readonly choices: (site: SiteLookup) => readonly Choice[];
  /** Whether `<` means earlier in the list or later; null where the field has no order. */
  readonly less: 'earlier' | 'later' | null;
  readonly functions: Readonly<Record<string, ValueFunction>>;
  /** A word that means EMPTY: `unresolved`. */
  readonly emptyWord?: string;
  /** `fieldId` of the field's history items where JQL can ask for its history. */
  readonly historyId?: string;
}

export function choiceField(spec: ChoiceSpec, context: SearchContext): SearchField {
  return {
    operators: spec.less === null ? OPERATORS.choice : OPERATORS.ordered,
    compile: (comparison) => compileChoice(spec, comparison, context),
    sort: (sorting) => choiceOrder(spec, sorting),
    history: spec.historyId === undefined ? null : tracked(spec, spec.historyId, context),
  };
}

function compileChoice(spec: ChoiceSpec, comparison: Comparison, context: SearchContext): Predicate {
  const values = comparison.values.map((value) => emptyByWord(value, spec));
  const read = { ...comparison, values };
  checkEmpty(read);
  const choices = spec.choices(context.site);
  const wanted = new Set(
    values.flatMap((value) => resolveChoice(spec, choices, comparison.field, value, comparison.written, context)),
  );
  const empty = values.some((value) => value.kind === 'empty');
  const { operator } = comparison;
  if (orderTest(operator) !== undefined) {
    const among = inOrder(spec, choices, wanted, operator);
    return (issue) => spec.ids(issue).some((id) => among.has(id));
  }
  if (operator === '!=' || operator === 'not in' || operator === 'is not') {
    return (issue) => {
      const ids = spec.ids(issue);
      return ids.length > 0 && !ids.some((id) => wanted.has(id));
    };
  }
  return (issue) => {
    const ids = spec.ids(issue);
    return ids.length === 0 ? empty : ids.some((id) => wanted.has(id));
  };
}

function emptyByWord(value: JqlValue, spec: ChoiceSpec): JqlValue {
  const word = spec.emptyWord;
  return word !== undefined && value.kind === 'literal' && value.value.toLowerCase() === word ? { kind: 'empty' } : value;
}

function resolveChoice(
  spec: ChoiceSpec,
  choices: readonly Choice[],
  field: string,
  value: JqlValue,
  operator: OperatorValue,
  context: SearchContext,
): readonly string[] {
  if (value.kind === 'empty') return [];
  if (value.kind === 'call') return functionFor(field, operator, value, spec.functions).values(value, context);
  const found = namedChoices(choices, value);
  if (found.length > 0) return found;
  if (!value.quoted && /^\d+$/.test(value.value)) throw refusals.unknownId(value.value, field);
  throw refusals.unknownValue(value.value, field);
}

/** By name all that bear it (a version name means those of every project); bare digits are an id first, quoted ones a name first. */
export function namedChoices(
  choices: readonly Choice[],
  { value, quoted }: Pick<Literal, 'value' | 'quoted'>,
): readonly string[] {
  const wanted = value.toLowerCase();
  const byName = (): string[] =>
    choices.filter(({ names }) => names.some((name) => name.toLowerCase() === wanted)).map(({ id }) => id);
  const byId = (): string[] => choices.filter(({ id }) => id === value).map(({ id }) => id);
  const [first, second] = quoted || !/^\d+$/.test(value) ? [byName, byId] : [byId, byName];
  const found = first();
  return found.length > 0 ? found : second();
}

/** Ids that stand as `operator` says to at least one of `wanted` on the same scale. */
function inOrder(
  spec: ChoiceSpec,
  choices: readonly Choice[],
  wanted: ReadonlySet<string>,
  operator: OperatorValue,
): ReadonlySet<string> {
  const holds = orderTest(operator);
  const direction = spec.less === 'later' ? -1 : 1;
  const marks = choices.flatMap(({ id, scale }, at) => (wanted.has(id) ? [{ at, scale }] : []));
  const among = choices.filter(({ scale }, at) =>
    marks.some((mark) => mark.scale === scale && holds?.(direction * Math.sign(at - mark.at)) === true),
  );
  return new Set(among.map(({ id }) => id));
}

/** Ordered fields sort by their list, the others by name; of several values the first counts. */
function choiceOrder(spec: ChoiceSpec, context: SearchContext): SortKey {
  const choices = spec.choices(context.site);
  const keys = new Map<string, string | number>();
  choices.forEach(({ id, names }, at) => {
    keys.set(id, spec.less === null ? (names[0] ?? id).toLowerCase() : spec.less === 'later' ? choices.length - at : at);
  });
  return (issue) => {
    const [first] = spec.ids(issue);
    return first === undefined ? null : (keys.get(first) ?? null);
  };
}

function tracked(spec: ChoiceSpec, fieldId: string, context: SearchContext): TrackedField {
  const choices = spec.choices(context.site);
  const names = new Map(choices.map((choice) => [choice.id, choice.names[0] ?? null]));
  return {
    fieldId,
    current: spec.ids,
    nameOf: (id) => names.get(id) ?? null,
    resolve: (field, value, operator) => new Set(resolveChoice(spec, choices, field, value, operator, context)),
    emptyWord: spec.emptyWord ?? null,
  };
}
