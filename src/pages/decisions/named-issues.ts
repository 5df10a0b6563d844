import { z } from 'zod';
import type { Decision } from '../../contracts/decisions';
import type { NamedIssue } from '../../defects/shell';
import type { Json } from '../../kernel/json';
import { maySee } from '../access';
import type { Access } from '../access';

/** Evidence that names issues in the one way that is known: any other member could name them too. */
const evidenceSchema = z.strictObject({
  issues: z.array(z.looseObject({ id: z.string(), key: z.string(), level: z.string().nullable() })).default([]),
  breached: z.record(z.string(), z.array(z.string())).default({}),
  came: z.array(z.string()).default([]),
  went: z.array(z.string()).default([]),
  /** What a verdict can be judged again from; it says which issues it names beside the others. */
  judged: z.looseObject({ about: z.array(z.string()) }).optional(),
});
type Evidence = z.output<typeof evidenceSchema>;

type Role = Decision['issues'][number]['role'];

/** Ids of every issue that the evidence names; null where nobody can tell. */
export function idsIn(evidence: Json | undefined): readonly string[] | null {
  if (evidence === null || evidence === undefined) return [];
  const parsed = evidenceSchema.safeParse(evidence);
  if (!parsed.success) return null;
  const { issues, judged } = parsed.data;
  return [...new Set([...issues.map(({ id }) => id), ...rolesIn(parsed.data).keys(), ...(judged?.about ?? [])])];
}

/** Issues of a verdict by what they have to do with it, the newest first; of other evidence, all that it names. */
function rolesIn({ issues, breached, came, went }: Evidence): Map<string, Role> {
  const roles = new Map<string, Role>();
  const add = (ids: readonly string[], role: Role) => ids.forEach((id) => (roles.has(id) ? undefined : roles.set(id, role)));
  add(came, 'came');
  add(went, 'went');
  add(Object.values(breached).flat(), 'holds');
  if (roles.size === 0 && Object.keys(breached).length === 0)
    add(
      issues.map(({ id }) => id),
      'named',
    );
  return roles;
}

/** Who asks, and what the store knows today of the issues that evidence names. */
export interface Sight {
  /** The project whose rules `access` is about. */
  readonly projectId: string;
  readonly access: Access;
  readonly stored: ReadonlyMap<string, NamedIssue>;
}

/** What was known of an issue when an entry was made. */
interface KnownThen {
  readonly key: string;
  readonly level: string | null;
}

/**
 * An issue as the viewer may see it; null where not. What the store knows today outweighs what was true when the entry was made. One
 * that was moved follows the rules of its new project, which nobody has looked up here.
 */
export function issueSeen(
  id: string,
  then: KnownThen | undefined,
  { projectId, access, stored }: Sight,
): { id: string; key: string } | null {
  const now = stored.get(id);
  if (now !== undefined) return now.projectId === projectId && maySee(access, now.securityLevel) ? { id, key: now.key } : null;
  return then !== undefined && maySee(access, then.level) ? { id, key: then.key } : null;
}

function seen(id: string, evidence: Evidence, sight: Sight): { id: string; key: string } | null {
  const then = evidence.issues.find((issue) => issue.id === id);
  return issueSeen(id, then, sight);
}

/** A row that lists more of them than this would be no list any more. */
const mostNamed = 100;

export interface NamedIssues {
  readonly issues: Decision['issues'];
  readonly hidden: number;
  /** Further ones that the viewer may see and that the row leaves out. */
  readonly more: number;
}

/** The issues that a row names to this viewer. */
export function namedIssues(evidence: Json | undefined, sight: Sight): NamedIssues {
  const parsed = evidenceSchema.safeParse(evidence ?? {});
  if (!parsed.success) return { issues: [], hidden: 0, more: 0 };
  const all = [...rolesIn(parsed.data)].map(([id, role]) => ({ role, issue: seen(id, parsed.data, sight) }));
  const issues = all.flatMap(({ role, issue }) => (issue === null ? [] : [{ ...issue, role }]));
  return {
    issues: issues.slice(0, mostNamed),
    hidden: all.length - issues.length,
    more: Math.max(0, issues.length - mostNamed),
  };
}

/** Whether the viewer may see every issue that the evidence names. Evidence of a shape that is not known stays closed. */
export function maySeeAll(evidence: Json, sight: Sight): boolean {
  const parsed = evidenceSchema.safeParse(evidence);
  const ids = idsIn(evidence);
  return parsed.success && ids !== null && ids.every((id) => seen(id, parsed.data, sight) !== null);
}
