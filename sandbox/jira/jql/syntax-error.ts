import { JQLSyntaxError, RESERVED_WORDS } from '@atlaskit/jql-ast';
import type { JQLParseError } from '@atlaskit/jql-ast';
import { refusals } from './refusal';

const OPERATORS = "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.";
/** What JQL keeps for itself outside of quotes (Jira's TestJqlParsing; JQL, "Reserved characters"). */
const RESERVED_CHARACTERS = /[{}*/%+^$#@?;]/;

/**
 * Jira's sentence for a parser error (its TestJqlParsing and the examples of POST /rest/api/3/jql/parse), from what the
 * grammar of `@atlaskit/jql-ast` expected and got. Lines and characters count from 1.
 */
export function syntaxErrorText(error: JQLParseError, jql: string): string {
  if (!(error instanceof JQLSyntaxError)) return `Error in the JQL Query: ${error.message}`;
  return missingList(error, jql) ?? `Error in the JQL Query: ${sentence(error, jql)}`;
}

const WORD = /"[^"]*"|'[^']*'|[^\s()"',]+/.source;
const VALUE_AFTER_IN = new RegExp(`(${WORD})\\s+((?:was\\s+)?(?:not\\s+)?in)\\s+(${WORD})\\s*$`, 'i');

/** `status in Done`: the grammar takes the value for a function and misses its arguments, Jira misses the list. */
function missingList(error: JQLSyntaxError, jql: string): string | null {
  const [, field, operator, value] =
    (expectedIn(error.message) === "'('" && VALUE_AFTER_IN.exec(jql.slice(0, error.start))) || [];
  if (field === undefined || operator === undefined || value === undefined) return null;
  const bare = (text: string): string => text.replace(/^["']|["']$/g, '');
  const shown = /^-?\d+$/.test(value) ? value : `"${bare(value)}"`;
  return refusals.nonListValue(operator.toLowerCase(), shown, bare(field)).message;
}

function sentence(error: JQLSyntaxError, jql: string): string {
  const got = jql.slice(error.start, error.stop);
  const atEnd = error.message.includes("'<EOF>'") || error.start >= jql.length || got === '';
  const place = ` (line ${error.line}, character ${error.charPositionInLine + 1})`;
  if (!atEnd) {
    const broken = brokenToken(got);
    if (broken !== null) return broken + place;
  }
  const { what, article, hint } = expectation(error.message);
  if (what === 'operator') {
    return atEnd
      ? `Expecting operator before the end of the query. ${OPERATORS}`
      : `Expecting operator but got '${got}'. ${OPERATORS}${place}`;
  }
  if (atEnd) return `Expecting ${what} ${article} the end of the query.`;
  return `Expecting ${what} but got '${got}'.${hint === '' ? '' : ` You must surround '${got}' in quotation marks to use it as ${hint}.`}${place}`;
}

/** Trouble with the token itself rather than with its place. */
function brokenToken(got: string): string | null {
  const quote = got[0];
  if ((quote === '"' || quote === "'") && (got.length === 1 || !got.endsWith(quote))) {
    return got.length === 1
      ? 'The quoted string has not been completed.'
      : `The quoted string '${got.slice(1)}' has not been completed.`;
  }
  const character = RESERVED_CHARACTERS.exec(got)?.[0];
  if (character !== undefined) {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `The character '${character}' is a reserved JQL character. You must enclose it in a string or use the escape '\\u${code}' instead.`;
  }
  const isReserved = RESERVED_WORDS.has(got.toLowerCase()) && !GRAMMAR_WORDS.has(got.toLowerCase());
  return isReserved ? `'${got}' is a reserved JQL word. You must surround it in quotation marks to use it in a query.` : null;
}

const GRAMMAR_WORDS = new Set(
  'and or not in is was changed empty null order by asc desc after before during on from to cf'.split(' '),
);

interface Expectation {
  readonly what: string;
  /** Jira says "before the end of the query", and "at" it where a field name is missing. */
  readonly article: 'before' | 'at';
  readonly hint: string;
}

function expectation(message: string): Expectation {
  const expected = expectedIn(message);
  if (expected.includes("'!~'")) return { what: 'operator', article: 'before', hint: '' };
  if (expected === 'EMPTY') return { what: "'EMPTY' or 'NULL'", article: 'before', hint: '' };
  if (expected.includes('CUSTOMFIELD')) return { what: 'a field name', article: 'at', hint: 'a field name' };
  if (expected.includes("')'")) return { what: "')'", article: 'before', hint: '' };
  if (expected.includes('STRING')) return { what: 'either a value, list or function', article: 'before', hint: 'a value' };
  if (expected === "'('" || expected === "']'") return { what: expected, article: 'before', hint: '' };
  if (expected === 'BY' || expected === 'IN') return { what: expected === 'BY' ? "'by'" : "'IN'", article: 'before', hint: '' };
  if (expected === 'POSNUMBER') return { what: 'a custom field id (a positive number)', article: 'before', hint: '' };
  if (expected === '<EOF>') return { what: "','", article: 'before', hint: '' };
  return { what: "either 'OR' or 'AND'", article: 'before', hint: '' };
}

/** What the grammar expected: one token or a set in braces. */
function expectedIn(message: string): string {
  return /^missing (\S+) at /.exec(message)?.[1] ?? /expecting (.*)$/s.exec(message)?.[1] ?? '';
}
