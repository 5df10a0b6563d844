/** Offsets into the text, so that an error can quote the fragment it is about. */
interface Span {
  readonly start: number;
  readonly end: number;
}

export type Node = Span &
  (
    | { readonly type: 'literal'; readonly value: null | boolean | number | string }
    | { readonly type: 'identifier'; readonly name: string }
    | { readonly type: 'template'; readonly texts: readonly string[]; readonly expressions: readonly Node[] }
    | { readonly type: 'list'; readonly items: readonly Node[] }
    | { readonly type: 'map'; readonly entries: readonly (readonly [key: string, value: Node])[] }
    | { readonly type: 'arrow'; readonly params: readonly string[]; readonly body: Node }
    | { readonly type: 'new'; readonly name: string; readonly args: readonly Node[] }
    | { readonly type: 'unary'; readonly operator: UnaryOperator; readonly operand: Node }
    | { readonly type: 'throw'; readonly operand: Node }
    | { readonly type: 'binary'; readonly operator: BinaryOperator; readonly left: Node; readonly right: Node }
    | { readonly type: 'logical'; readonly operator: LogicalOperator; readonly left: Node; readonly right: Node }
    | { readonly type: 'conditional'; readonly test: Node; readonly yes: Node; readonly no: Node }
    | { readonly type: 'member'; readonly object: Node; readonly name: string; readonly optional: boolean }
    | { readonly type: 'index'; readonly object: Node; readonly key: Node; readonly optional: boolean }
    | { readonly type: 'call'; readonly callee: Node; readonly args: readonly Node[] }
  );

export type UnaryOperator = '!' | '-' | 'typeof';
export type LogicalOperator = '&&' | '||' | '??';
export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '<' | '>' | '<=' | '>=';

/** `top_level_let_in` of the grammar: declarations, then one body. */
export interface Block {
  readonly declarations: readonly { readonly name: string; readonly value: Node }[];
  readonly body: Body;
}

export type Body =
  | { readonly type: 'expression'; readonly expression: Node }
  | {
      readonly type: 'if';
      readonly branches: readonly { readonly test: Node; readonly block: Block }[];
      readonly otherwise: Block;
    }
  | { readonly type: 'try'; readonly block: Block; readonly error: string | undefined; readonly handler: Block };

/** A parsed expression. */
export interface Program {
  readonly text: string;
  readonly root: Block;
  /** See countLeaves in parser.ts. */
  readonly leaves: number;
}
