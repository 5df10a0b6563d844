/** Languages whose traces are read; `java` is Kotlin and Scala too, `javascript` TypeScript, `csharp` all of .NET, `cpp` also C. */
export type Language =
  'java' | 'javascript' | 'python' | 'csharp' | 'go' | 'ruby' | 'php' | 'rust' | 'cpp' | 'kernel' | 'dart' | 'elixir';

/** One call of a stack trace. */
export interface Frame {
  /** Without arguments, addresses and what compilers number; `<anonymous>` where the trace names none. */
  readonly function: string;
  /** Name without its directories (see `sourceFile`); null where the trace names none. */
  readonly file: string | null;
  /** From 1; null where the trace names none. */
  readonly line: number | null;
  /** Whether it is the team's own code by the conventions of the language, not a library, the platform or a test runner. */
  readonly inApp: boolean;
}

/** One error of a chain of causes. */
export interface Raised {
  /** Class or category of the error, as the trace writes it; null where it names none. */
  readonly kind: string | null;
  /** As the trace writes it; may have several lines. */
  readonly message: string;
  /** Innermost call first. */
  readonly frames: readonly Frame[];
}

/** What a stack trace says. */
export interface Trace {
  readonly language: Language;
  /** Outermost error first, its root cause last; never empty. */
  readonly chain: readonly Raised[];
}

/** Where a language names no function. */
export const anonymous = '<anonymous>';
