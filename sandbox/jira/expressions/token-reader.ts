import { ExpressionSyntaxError } from './errors';
import { syntaxErrorAt, tokenise } from './lexer';
import type { Token } from './lexer';

/** Deeper than this is refused, so that no text can exhaust the stack. Jira's own limit is not published. */
export const MAX_NESTING = 100;
/** Far above MAX_LENGTH; beyond it we do not even look for syntax errors. */
const MAX_PARSED = 20_000;

/** The tokens of one text and where we are in them. */
export class TokenReader {
  readonly tokens: readonly Token[];
  private position = 0;
  private depth = 0;

  constructor(readonly text: string) {
    if (text.length > MAX_PARSED) throw new ExpressionSyntaxError('Expression is too long to be read.', 1, 1);
    this.tokens = tokenise(text);
  }

  peek(ahead = 0): Token {
    const token = this.tokens[Math.min(this.position + ahead, this.tokens.length - 1)];
    if (token === undefined) throw new Error('A token list always ends with EOF.');
    return token;
  }

  next(): Token {
    const token = this.peek();
    if (token.type !== 'end') this.position += 1;
    return token;
  }

  /** Where the last token ended. */
  get end(): number {
    return this.tokens[this.position - 1]?.end ?? 0;
  }

  /** Is the token `ahead` this sign or keyword? */
  at(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return (token.type === 'punctuator' || token.type === 'keyword') && token.text === text;
  }

  take(text: string): boolean {
    if (!this.at(text)) return false;
    this.next();
    return true;
  }

  expect(text: string): Token {
    if (!this.at(text)) throw this.expected(text);
    return this.next();
  }

  /** A name where a keyword is no name: a variable, a parameter, a type after `new`. */
  expectName(): string {
    if (this.peek().type !== 'identifier') throw this.expected('IDENTIFIER');
    return this.next().text;
  }

  /** The wording of the example in the REST documentation of /expression/analyse. */
  expected(what: string): ExpressionSyntaxError {
    const token = this.peek();
    return this.error(`${what} expected, ${token.type === 'string' ? `"${token.text}"` : token.text} encountered.`);
  }

  error(detail: string): ExpressionSyntaxError {
    return syntaxErrorAt(this.text, this.peek().start, detail);
  }

  nested<T>(parse: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_NESTING) throw this.error(`Expression is nested too deeply, limit: ${MAX_NESTING} levels.`);
    const result = parse();
    this.depth -= 1;
    return result;
  }
}
