import { ExpressionEvaluationError, Failure, LimitReached, Thrown, UnknownMember } from './errors';
import { globals, builtInConstructor } from './globals';
import { DEFAULT_LIMITS, Meter } from './limits';
import { readIndex } from './members';
import { applyBinary, asText, checkedText, isTruthy } from './operators';
import type { EvaluationOptions, Runtime } from './runtime';
import { Scope } from './scope';
import type { Block, Node, Program } from './syntax-tree';
import { functionValue, isFunction, mapValue, typeOf } from './values';
import type { Value } from './values';

/** Nodes inside nodes, function calls included, before we stop: keeps the JavaScript stack safe. */
const MAX_DEPTH = 1000;

type Of<Type extends Node['type']> = Extract<Node, { type: Type }>;

/** Walks the tree of one program. */
export class Interpreter {
  readonly meter: Meter;
  private readonly runtime: Runtime;
  private readonly step: (count?: number) => void;
  private depth = 0;

  constructor(
    private readonly program: Program,
    private readonly options: EvaluationOptions,
  ) {
    const meter = new Meter({ ...DEFAULT_LIMITS, ...options.limits });
    this.meter = meter;
    this.step = (count) => meter.step(count);
    this.runtime = {
      meter,
      now: options.now,
      timeZone: options.timeZone ?? 'UTC',
      missingMapKey: options.missingMapKey ?? 'null',
      isTrue: (value) => this.isTrue(value),
    };
  }

  run(context: Readonly<Record<string, Value>>): Value {
    return this.block(this.program.root, new Scope(globals(this.runtime)).with(Object.entries(context)));
  }

  private block({ declarations, body }: Block, outer: Scope): Value {
    let scope = outer;
    for (const { name, value } of declarations) scope = scope.with([[name, this.evaluate(value, scope)]]);
    switch (body.type) {
      case 'expression':
        return this.evaluate(body.expression, scope);
      case 'if': {
        const branch = body.branches.find(({ test }) => this.test(test, scope));
        return this.block(branch?.block ?? body.otherwise, scope);
      }
      case 'try': {
        const { depth } = this;
        try {
          return this.block(body.block, scope);
        } catch (error) {
          this.depth = depth;
          const caught = caughtValue(error);
          return this.block(body.handler, body.error === undefined ? scope : scope.with([[body.error, caught]]));
        }
      }
    }
  }

  /** Evaluates one node; a failure leaves with the fragment of text it is about. */
  private evaluate(node: Node, scope: Scope): Value {
    this.meter.step();
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new LimitReached('Jira expression evaluation is nested too deeply.');
    try {
      const value = this.node(node, scope);
      this.depth -= 1;
      return value;
    } catch (error) {
      if (error instanceof Failure) throw new ExpressionEvaluationError(this.failed(node, error.message));
      throw error;
    }
  }

  private node(node: Node, scope: Scope): Value {
    switch (node.type) {
      case 'literal':
        return node.value;
      case 'identifier':
        return this.identifier(node, scope);
      case 'template':
        return this.template(node, scope);
      case 'list':
        return node.items.map((item) => this.evaluate(item, scope));
      case 'map':
        return mapValue(node.entries.map(([key, value]) => [key, this.evaluate(value, scope)] as const));
      case 'arrow':
        return this.arrow(node, scope);
      case 'new':
        return this.construct(node, scope);
      case 'unary':
        return this.unary(node, scope);
      case 'throw':
        throw new Thrown(this.evaluate(node.operand, scope));
      case 'binary':
        return applyBinary(node.operator, this.evaluate(node.left, scope), this.evaluate(node.right, scope), this.step);
      case 'logical':
        return this.logical(node, scope);
      case 'conditional':
        return this.evaluate(this.test(node.test, scope) ? node.yes : node.no, scope);
      case 'member':
      case 'index':
        return this.member(node, scope);
      case 'call':
        return this.call(node, scope);
    }
  }

  private identifier({ name }: Of<'identifier'>, scope: Scope): Value {
    const value = scope.get(name);
    if (value === undefined) throw new Failure(`Unrecognized identifier: "${name}".`);
    return value;
  }

  private template({ texts, expressions }: Of<'template'>, scope: Scope): Value {
    const parts = expressions.map((expression) => asText(this.evaluate(expression, scope)));
    return checkedText(texts.map((text, index) => text + (parts[index] ?? '')).join(''), this.step);
  }

  private arrow({ params, body }: Of<'arrow'>, scope: Scope): Value {
    return functionValue('', (args) => {
      if (args.length < params.length) throw new Failure(`Function takes ${params.length} arguments, ${args.length} given.`);
      return this.evaluate(body, scope.with(params.map((name, index) => [name, args[index] ?? null] as const)));
    });
  }

  private construct(node: Of<'new'>, scope: Scope): Value {
    const args = node.args.map((arg) => this.evaluate(arg, scope));
    const builtIn = builtInConstructor(node.name, this.runtime);
    if (builtIn) return builtIn(args);
    const own = this.options.constructors ?? {};
    const make = Object.hasOwn(own, node.name) ? own[node.name] : undefined;
    if (make === undefined) throw new Failure(`Unrecognized constructor: "${node.name}".`);
    if (node.name !== 'RichText') this.meter.expensive();
    return make(args, this.meter);
  }

  private unary({ operator, operand }: Of<'unary'>, scope: Scope): Value {
    const value = this.evaluate(operand, scope);
    if (operator === 'typeof') return typeOf(value);
    if (operator === '!') return !this.isTrue(value);
    if (typeof value !== 'number') throw new Failure(`Operator - needs a number, not ${typeOf(value)}.`);
    return -value;
  }

  private logical({ operator, left, right }: Of<'logical'>, scope: Scope): Value {
    const first = this.evaluate(left, scope);
    if (operator === '??') return first ?? this.evaluate(right, scope);
    if (this.isTrue(first) === (operator === '||')) return first;
    const second = this.evaluate(right, scope);
    if (this.options.conditions === 'boolean') this.isTrue(second);
    return second;
  }

  private member(node: Of<'member'> | Of<'index'>, scope: Scope): Value {
    const object = this.evaluate(node.object, scope);
    if (node.optional && object === null) return null;
    const key = node.type === 'member' ? node.name : this.evaluate(node.key, scope);
    try {
      return readIndex(object, key, this.runtime);
    } catch (error) {
      if (!(error instanceof UnknownMember)) throw error;
      if (node.optional && this.options.optionalChaining === 'null-and-unknown') return null;
      throw new Failure(this.unrecognized(node, object, error));
    }
  }

  private call(node: Of<'call'>, scope: Scope): Value {
    const callee = this.evaluate(node.callee, scope);
    const args = node.args.map((arg) => this.evaluate(arg, scope));
    if (!isFunction(callee)) throw new Failure(`Type ${typeOf(callee)} is not a function.`);
    return callee.call(args, this.meter);
  }

  private test(node: Node, scope: Scope): boolean {
    return this.isTrue(this.evaluate(node, scope));
  }

  private isTrue(value: Value): boolean {
    if (this.options.conditions === 'boolean' && typeof value !== 'boolean') {
      throw new Failure(`A condition must be Boolean, not ${typeOf(value)}.`);
    }
    return isTruthy(value);
  }

  private fragment({ start, end }: { readonly start: number; readonly end: number }): string {
    return this.program.text.slice(start, end);
  }

  private failed(node: Node, reason: string): string {
    return `Evaluation failed: "${this.fragment(node)}" - ${reason}`;
  }

  /** In the words Jira uses (seen in the field: "Unrecognized property of `issue`: "fields" ('fields'). Available properties of type 'Issue' are: ..."). */
  private unrecognized(node: Of<'member'> | Of<'index'>, object: Value, { member, available }: UnknownMember): string {
    const written = node.type === 'member' ? node.name : this.fragment(node.key);
    const known = available.map((name) => `'${name}'`).join(', ');
    const list = known === '' ? '' : ` Available properties of type '${typeOf(object)}' are: ${known}`;
    return `Unrecognized property of \`${this.fragment(node.object)}\`: "${written}" ('${member}').${list}`;
  }
}

/** What `catch (e)` gets: the thrown value, or the message of a failure. Limits go through. */
function caughtValue(error: unknown): Value {
  if (error instanceof Thrown) return error.value;
  if (error instanceof ExpressionEvaluationError) return error.message;
  throw error;
}
