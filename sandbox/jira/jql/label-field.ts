import type { JqlValue } from './comparison';
import { refusals } from './refusal';
import type { SearchField } from './search-field';
import { OPERATORS } from './search-field';

/** Labels are free words, compared without regard to case; one that no issue has is no error. */
export function labelField(): SearchField {
  return {
    operators: OPERATORS.choice,
    compile: ({ operator, values, field }) => {
      const wanted = new Set(values.flatMap((value) => labelOf(value, field)));
      const empty = values.some(({ kind }) => kind === 'empty');
      const negative = operator === '!=' || operator === 'not in' || operator === 'is not';
      return ({ labels }) => {
        if (labels.length === 0) return empty && !negative;
        return labels.some((label) => wanted.has(label.toLowerCase())) !== negative;
      };
    },
    sort: () => (issue) => issue.labels[0]?.toLowerCase() ?? null,
    history: null,
  };
}

function labelOf(value: JqlValue, field: string): readonly string[] {
  if (value.kind === 'call') throw refusals.functionForField(value.name, field);
  return value.kind === 'empty' ? [] : [value.value.toLowerCase()];
}
