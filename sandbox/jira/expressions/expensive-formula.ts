import type { Block, Node, Program } from './syntax-tree';

/** Members that load more data (marked 1 or N in https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference). */
const EXPENSIVE =
  /^(properties|comments|changelogs|attachments|worklogs|links|subtasks|childIssues|stories|parent|epic|sprint|closedSprints|watchers|voters|customfield_\d+)$/;

/**
 * An estimate of the expensive operations, in the form of the REST documentation: `issues.map(i => i.comments)` is "N",
 * `new Issue(10010).comments` is "2". It goes by the names of members, since there is no type check; what stands in a function
 * passed to a method counts once per element.
 */
export function expensiveFormula({ root }: Program): string {
  const counts = new Map<number, number>();
  const pending: { readonly node: Node; readonly loops: number }[] = blockNodes(root).map((node) => ({ node, loops: 0 }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, loops } = next;
    if (isExpensive(node)) counts.set(loops, (counts.get(loops) ?? 0) + 1);
    const inner = node.type === 'arrow' ? loops + 1 : loops;
    pending.push(...children(node).map((child) => ({ node: child, loops: inner })));
  }
  const terms = [...counts].sort(([a], [b]) => a - b).map(([loops, count]) => term(count, loops));
  return terms.length === 0 ? '0' : terms.join(' + ');
}

function term(count: number, loops: number): string {
  if (loops === 0) return String(count);
  const size = Array.from({ length: loops }, () => 'N').join(' * ');
  return count === 1 ? size : `${count} * ${size}`;
}

function isExpensive(node: Node): boolean {
  if (node.type === 'member') return EXPENSIVE.test(node.name);
  return node.type === 'new' && !['Date', 'CalendarDate', 'RichText'].includes(node.name);
}

function blockNodes({ declarations, body }: Block): Node[] {
  const declared = declarations.map(({ value }) => value);
  switch (body.type) {
    case 'expression':
      return [...declared, body.expression];
    case 'if':
      return [
        ...declared,
        ...body.branches.flatMap(({ test, block }) => [test, ...blockNodes(block)]),
        ...blockNodes(body.otherwise),
      ];
    case 'try':
      return [...declared, ...blockNodes(body.block), ...blockNodes(body.handler)];
  }
}

function children(node: Node): readonly Node[] {
  switch (node.type) {
    case 'literal':
    case 'identifier':
      return [];
    case 'template':
      return node.expressions;
    case 'list':
      return node.items;
    case 'map':
      return node.entries.map(([, value]) => value);
    case 'arrow':
      return [node.body];
    case 'new':
      return node.args;
    case 'unary':
    case 'throw':
      return [node.operand];
    case 'binary':
    case 'logical':
      return [node.left, node.right];
    case 'conditional':
      return [node.test, node.yes, node.no];
    case 'member':
      return [node.object];
    case 'index':
      return [node.object, node.key];
    case 'call':
      return [node.callee, ...node.args];
  }
}
