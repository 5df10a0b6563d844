import type { Issue } from '../model';
import type { JqlValue } from './comparison';
import { instantField } from './date-fields';
import type { JqlCustomField } from './jql-site';
import { refusals, unmodelled } from './refusal';
import { scalarTest } from './scalar-test';
import type { SearchContext } from './search-context';
import type { SearchField } from './search-field';
import { OPERATORS } from './search-field';
import { textField } from './text-fields';

/** A custom field by `cf[10101]`, name, or an app's field key; undefined where there is none. */
export function customField(written: string, context: SearchContext): SearchField | undefined {
  const wanted = written.toLowerCase();
  const digits = /^cf\[(\d+)\]$/.exec(wanted)?.[1];
  const fields = context.site.customFields().filter(({ id, key, name }) => {
    if (digits !== undefined) return id === `customfield_${digits}`;
    return name.toLowerCase() === wanted || (key !== id && key.toLowerCase() === wanted);
  });
  const [field, other] = fields;
  if (field === undefined) return undefined;
  if (other !== undefined)
    throw unmodelled(`a query by the name '${written}', which several fields have; use cf[${field.id.slice(12)}]`);
  return searchFieldOf(field, context);
}

function searchFieldOf({ id, key, type }: JqlCustomField, context: SearchContext): SearchField {
  if (type === 'number') return numberField(id);
  if (type === 'datetime') return instantField((issue) => textOf(issue, id), context);
  return key === id ? textField((issue) => textOf(issue, id)) : exactField(id);
}

/** An app's string field: compared as a whole and exactly; any text may be asked for. */
function exactField(id: string): SearchField {
  return {
    operators: OPERATORS.choice,
    compile: (comparison) =>
      scalarTest(
        comparison,
        (issue) => textOf(issue, id),
        (value) => {
          if (value.kind === 'literal') return value.value;
          throw value.kind === 'call'
            ? refusals.functionForField(value.name, comparison.field)
            : refusals.empty(comparison.field);
        },
      ),
    sort: () => (issue) => textOf(issue, id)?.toLowerCase() ?? null,
    history: null,
  };
}

function numberField(id: string): SearchField {
  const read = ({ customFields }: Issue): number | null => {
    const value = customFields[id];
    return typeof value === 'number' ? value : null;
  };
  return {
    operators: OPERATORS.ordered,
    compile: (comparison) => scalarTest(comparison, read, (value) => numberOf(value, comparison.field)),
    sort: () => read,
    history: null,
  };
}

export function numberOf(value: JqlValue, field: string): number {
  if (value.kind === 'call') throw refusals.functionForField(value.name, field);
  if (value.kind === 'empty') throw refusals.empty(field);
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(value.value.trim())) throw refusals.number(value.value, field);
  return Number(value.value);
}

function textOf({ customFields }: Issue, id: string): string | null {
  const value = customFields[id];
  return typeof value === 'string' && value !== '' ? value : null;
}
