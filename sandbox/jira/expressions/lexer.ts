import { ExpressionSyntaxError } from './errors';
import { readEscape } from './string-escapes';

export type TokenType =
  'number' | 'string' | 'identifier' | 'keyword' | 'punctuator' | 'template-start' | 'template-text' | 'end';

export interface Token {
  readonly type: TokenType;
  /** The word or sign; for strings and template parts the text they stand for. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Only for template parts: no `${` follows. */
  readonly last?: boolean;
}

const KEYWORDS = new Set(['let', 'return', 'if', 'else', 'try', 'catch', 'throw', 'new', 'typeof', 'true', 'false', 'null']);
// `===` and `...` are read as one sign so that the error names them; the grammar has neither.
const SIGNS = ['===', '!==', '...', '=>', '==', '!=', '<=', '>=', '&&', '||', '??', '?.', ...'{}[]().,;:?<>=+-*/%!'];
const NUMBER = /\d+(\.\d+)?([eE][+-]?\d+)?/y;
const IDENTIFIER = /[A-Za-z_$][A-Za-z0-9_$]*/y;
const BLANK = /(?:\s+|\/\/[^\n\r]*)+/y;

/** Turns an offset into a syntax error with line and column. */
export function syntaxErrorAt(text: string, offset: number, detail: string): ExpressionSyntaxError {
  const lines = text.slice(0, offset).split('\n');
  return new ExpressionSyntaxError(detail, lines.length, (lines[lines.length - 1] ?? '').length + 1);
}

/**
 * Words and signs of https://developer.atlassian.com/cloud/jira/software/jira-expressions-grammar. Comments run from `//` to the
 * end of the line. A template literal becomes `template-start`, then texts and the tokens of its expressions in turn.
 */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const openBraces: number[] = []; // one count per template expression we are inside of
  let at = 0;

  const push = (type: TokenType, from: number, shown: string, last?: boolean): void => {
    tokens.push({ type, text: shown, start: from, end: at, ...(last === undefined ? {} : { last }) });
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const quoted = (from: number, isEnd: () => boolean, multiLine: boolean): string => {
    let value = '';
    while (!isEnd()) {
      const character = text[at];
      if (character === undefined || (!multiLine && (character === '\n' || character === '\r'))) {
        throw syntaxErrorAt(text, from, 'Text is not closed.');
      }
      const step = character === '\\' ? readEscape(text, at) : { value: character, length: 1 };
      value += step.value;
      at += step.length;
    }
    return value;
  };
  const templatePart = (from: number): void => {
    const value = quoted(from, () => text[at] === '`' || text.startsWith('${', at), true);
    const last = text[at] === '`';
    at += last ? 1 : 2;
    push('template-text', from, value, last);
    if (!last) openBraces.push(0);
  };

  for (;;) {
    at += (match(BLANK) ?? '').length;
    const from = at;
    const character = text[at];
    if (character === undefined) break;
    const number = match(NUMBER);
    const word = number === undefined ? match(IDENTIFIER) : undefined;
    if (number !== undefined) {
      at += number.length;
      push('number', from, number);
    } else if (word !== undefined) {
      at += word.length;
      push(KEYWORDS.has(word) ? 'keyword' : 'identifier', from, word);
    } else if (character === "'" || character === '"') {
      at += 1;
      const value = quoted(from, () => text[at] === character, false);
      at += 1;
      push('string', from, value);
    } else if (character === '`') {
      at += 1;
      push('template-start', from, '`');
      templatePart(from);
    } else if (character === '}' && openBraces.length > 0 && openBraces[openBraces.length - 1] === 0) {
      openBraces.pop();
      at += 1;
      templatePart(from);
    } else {
      const sign = SIGNS.find((candidate) => text.startsWith(candidate, at));
      if (sign === undefined) throw syntaxErrorAt(text, at, `Unexpected character: ${character}`);
      at += sign.length;
      const level = openBraces.length - 1;
      if (level >= 0 && sign === '{') openBraces[level] = (openBraces[level] ?? 0) + 1;
      if (level >= 0 && sign === '}') openBraces[level] = (openBraces[level] ?? 0) - 1;
      push('punctuator', from, sign);
    }
  }
  push('end', at, 'EOF');
  return tokens;
}
