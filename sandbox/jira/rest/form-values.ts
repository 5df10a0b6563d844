import { z } from 'zod';
import type { Site } from '../site/site';
import type { NamedOption, Project } from '../model';

/** Why a field's value cannot be taken; becomes the field's message in `errors`. */
export class FieldProblem extends Error {
  override readonly name = 'FieldProblem';
}

const reference = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  name: z.string().optional(),
  value: z.string().optional(),
});

/** Finds what `{id}` or `{name}` refers to. @throws FieldProblem */
export function referenced<T extends NamedOption>(value: unknown, among: readonly T[], what: string): T {
  const parsed = reference.safeParse(value);
  if (!parsed.success) {
    throw new FieldProblem('expected an object');
  }
  const { id, name } = parsed.data;
  const found = among.find((option) => (id !== undefined ? option.id === String(id) : option.name === name));
  if (found === undefined) {
    throw new FieldProblem(
      id === undefined ? `${what} name '${name ?? ''}' is not valid` : `${what} id '${String(id)}' is not valid`,
    );
  }
  return found;
}

export function text(value: unknown): string {
  const parsed = z.string().safeParse(value);
  if (!parsed.success) {
    throw new FieldProblem('Operation value must be a string');
  }
  return parsed.data;
}

export function summary(value: unknown): string {
  const line = text(value).trim();
  if (line === '') throw new FieldProblem('You must specify a summary of the issue.');
  if (/[\r\n]/.test(line)) throw new FieldProblem('The summary is invalid because it contains newline characters.');
  if (line.length > 255) throw new FieldProblem('Summary must be less than 255 characters.');
  return line;
}

export function label(value: unknown): string {
  const word = text(value);
  if (/\s/.test(word) || word === '') throw new FieldProblem(`The label '${word}' contains spaces which is invalid.`);
  if (word.length > 255) throw new FieldProblem('The label is longer than 255 characters.');
  return word;
}

/** REST version 3 takes Atlassian Document Format alone. */
export function document(value: unknown): unknown {
  const parsed = z.looseObject({ type: z.literal('doc'), version: z.literal(1), content: z.array(z.unknown()) }).safeParse(value);
  if (value === null) return null;
  if (!parsed.success)
    throw new FieldProblem('Operation value must be an Atlassian Document (see the Atlassian Document Format)');
  return value;
}

export function day(value: unknown): string | null {
  const parsed = z.iso
    .date()
    .nullable()
    .safeParse(value === '' ? null : value);
  if (!parsed.success) throw new FieldProblem("Error parsing date string: a date must look like '2026-11-02'.");
  return parsed.data;
}

/** `{accountId}`, `{id}` or null. */
export function account(site: Site, value: unknown): string | null {
  const parsed = z
    .object({ accountId: z.string().nullable().optional(), id: z.string().nullable().optional() })
    .nullable()
    .safeParse(value);
  if (!parsed.success) throw new FieldProblem('expected an object with an accountId');
  const accountId = parsed.data?.accountId ?? parsed.data?.id ?? null;
  if (accountId === null || accountId === '-1') return null;
  const user = site.users.get(accountId);
  if (user === undefined || !user.active) throw new FieldProblem(`Account ID '${accountId}' does not exist or is not active.`);
  return accountId;
}

export function projectLevel(project: Project, value: unknown): string | null {
  return value === null ? null : referenced(value, project.securityLevels, 'Security level').id;
}
