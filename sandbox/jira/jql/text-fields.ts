import type { Issue } from '../model';
import type { Comparison, Predicate } from './comparison';
import { refusals } from './refusal';
import type { SearchContext } from './search-context';
import type { SearchField } from './search-field';
import { OPERATORS } from './search-field';
import type { TextTest } from './text-query';
import { textTest, wordsOf } from './text-query';

/** A field with one text, or null where it is empty. */
export function textField(read: (issue: Issue) => string | null): SearchField {
  return {
    operators: OPERATORS.searched,
    compile: (comparison) => compileText(comparison, read),
    sort: () => (issue) => read(issue)?.toLowerCase() ?? null,
    history: null,
  };
}

function compileText(comparison: Comparison, read: (issue: Issue) => string | null): Predicate {
  const { operator, values } = comparison;
  const negative = operator === '!~' || operator === 'is not';
  if (values.some(({ kind }) => kind === 'empty')) return (issue) => (read(issue) === null) !== negative;
  const test = searchedText(comparison);
  return (issue) => {
    const text = read(issue);
    return text !== null && test(wordsOf(text)) !== negative;
  };
}

/** `comment`: one comment must hold all that is asked for; `!~` takes issues with comments of which none does. It has no EMPTY. */
export function commentField(): SearchField {
  const compile = (comparison: Comparison): Predicate => {
    const test = searchedText(comparison);
    const negative = comparison.operator === '!~';
    return ({ comments }) => comments.length > 0 && comments.some(({ body }) => test(wordsOf(documentText(body)))) !== negative;
  };
  return { operators: OPERATORS.searched, compile, sort: null, history: null };
}

/** `text`: summary, description, comments and Jira's own text fields, one of which must hold all that is asked for. */
export function allTextField(context: SearchContext): SearchField {
  const compile = (comparison: Comparison): Predicate => {
    const test = searchedText(comparison);
    const fields = context.site.customFields().filter(({ id, key, type }) => type === 'string' && key === id);
    const holds = (issue: Issue): boolean =>
      test(wordsOf(issue.summary)) ||
      test(wordsOf(documentText(issue.description))) ||
      issue.comments.some(({ body }) => test(wordsOf(documentText(body)))) ||
      fields.some(({ id }) => inText(issue.customFields[id], test));
    return comparison.operator === '!~' ? (issue) => !holds(issue) : holds;
  };
  return { operators: OPERATORS.allText, compile, sort: null, history: null };
}

function inText(value: unknown, test: TextTest): boolean {
  return typeof value === 'string' && test(wordsOf(value));
}

export function searchedText({ field, written, values }: Comparison): TextTest {
  const [value] = values;
  if (value === undefined || value.kind === 'empty') throw refusals.empty(field);
  if (value.kind === 'call') throw refusals.functionForField(value.name, field);
  if (written !== '~' && written !== '!~') throw refusals.empty(field);
  return textTest(value.value, field);
}

/** The words of an Atlassian Document Format document; blocks are apart, marks are not seen. Plain strings, as old exports have them, are taken as they are. */
export function documentText(node: unknown): string {
  const parts: string[] = [];
  collect(node, parts);
  return parts.join('');
}

const INLINE = new Set(['text', 'mention', 'emoji', 'hardBreak', 'inlineCard', 'date', 'status']);

function collect(node: unknown, parts: string[]): void {
  if (typeof node === 'string') {
    parts.push(node);
  } else if (Array.isArray(node)) {
    for (const child of node) collect(child, parts);
  } else if (typeof node === 'object' && node !== null) {
    if ('text' in node && typeof node.text === 'string') parts.push(node.text);
    if ('attrs' in node && typeof node.attrs === 'object' && node.attrs !== null) collectAttributes(node.attrs, parts);
    if ('content' in node) collect(node.content, parts);
    const inline = 'type' in node && typeof node.type === 'string' && INLINE.has(node.type);
    if (!inline || ('type' in node && node.type === 'hardBreak')) parts.push('\n');
  }
}

/** Mentions, emoji, status lozenges and links show text from their attributes. */
function collectAttributes(attributes: object, parts: string[]): void {
  if ('text' in attributes && typeof attributes.text === 'string') parts.push(attributes.text);
  if ('url' in attributes && typeof attributes.url === 'string') parts.push(attributes.url);
}
