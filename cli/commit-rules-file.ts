import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  copyPolicies,
  defaultBranchRule,
  defaultCommitRules,
  keyCounts,
  plainPolicies,
  problemsOfRules,
  versionRules,
} from '../src/environments/commits';
import type { CommitRules } from '../src/environments/commits';
import { CannotCheck } from './cannot-check';
import { git } from './git';

/** What a repository says of itself; other parts of the file are others' business. */
const rulesFileName = '.holdpoint.json';

const names = z.array(z.string().min(1).max(255)).max(200);
const branchRule = z.strictObject({
  branch: z.string().min(1).max(255),
  keys: z.enum(keyCounts).default(defaultBranchRule.keys),
  exists: z.boolean().default(defaultBranchRule.exists),
  workTypes: names.default([...defaultBranchRule.workTypes]),
  statuses: names.default([...defaultBranchRule.statuses]),
  version: z.enum(versionRules).default(defaultBranchRule.version),
  notDeferred: z.boolean().default(defaultBranchRule.notDeferred),
  notFrozen: z.boolean().default(defaultBranchRule.notFrozen),
});
const rulesFile = z.object({
  commits: z
    .strictObject({
      branches: z
        .array(branchRule)
        .max(200)
        .default([...defaultCommitRules.branches].map((rule) => ({ ...rule, workTypes: [], statuses: [] }))),
      merge: z.enum(plainPolicies).default(defaultCommitRules.merge),
      bot: z.enum(plainPolicies).default(defaultCommitRules.bot),
      revert: z.enum(copyPolicies).default(defaultCommitRules.revert),
      cherryPick: z.enum(copyPolicies).default(defaultCommitRules.cherryPick),
      bots: names.default([...defaultCommitRules.bots]),
    })
    .optional(),
});

/**
 * The rules of a file, or of the repository's own, or those that are there without anybody writing any.
 * @param path null for the repository's own
 * @param arriving true where commits are on their way in: then the repository's own file is that of its default branch, so that no push
 *   loosens the rules it is judged by
 * @throws CannotCheck where there are rules and they cannot be understood
 */
export async function readRules(repo: string, path: string | null, arriving: boolean): Promise<CommitRules> {
  if (path !== null) {
    const text = await readFile(path, 'utf8').catch(() => {
      throw new CannotCheck(`${path} could not be read.`);
    });
    return parseRules(text, path);
  }
  const text = arriving ? await committedRules(repo) : await workingRules(repo);
  return text === null ? defaultCommitRules : parseRules(text, rulesFileName);
}

async function committedRules(repo: string): Promise<string | null> {
  const listed = await git(repo, ['ls-tree', '--name-only', 'HEAD', '--', rulesFileName]);
  if (listed.code !== 0 || listed.out.trim() === '') return null;
  const { code, out, error } = await git(repo, ['show', `HEAD:${rulesFileName}`]);
  if (code !== 0) throw new CannotCheck(`${rulesFileName} could not be read: ${error}.`);
  return out;
}

async function workingRules(repo: string): Promise<string | null> {
  const top = await git(repo, ['rev-parse', '--show-toplevel']);
  if (top.code !== 0) return committedRules(repo);
  const path = join(top.out.replace(/\n$/, ''), rulesFileName);
  if (!existsSync(path)) return null;
  return readFile(path, 'utf8').catch(() => {
    throw new CannotCheck(`${rulesFileName} could not be read.`);
  });
}

function parseRules(text: string, name: string): CommitRules {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new CannotCheck(`${name} is not JSON.`);
  }
  const parsed = rulesFile.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new CannotCheck(`${name} cannot be understood: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`);
  }
  const rules = parsed.data.commits ?? defaultCommitRules;
  const [problem] = problemsOfRules(rules);
  if (problem !== undefined) throw new CannotCheck(`${name}: ${problem}`);
  return rules;
}
