import { appendFileSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { Misuse } from './command';
import { messageOf } from './thrown';

const lineSchema = z.object({
  /** When it was seen. */
  at: z.string(),
  /** As the caller wrote it, e.g. `SHOP`. */
  project: z.string(),
  /** Jira's id of it, by which ledgers name their project. */
  projectId: z.string().nullable().optional(),
  version: z.string(),
  stage: z.string(),
  state: z.string(),
  head: z.string(),
});

/** A ledger's head as it was published once, kept where nobody who writes the ledger can reach it. */
export type SeenHead = z.infer<typeof lineSchema>;

/** @throws Misuse where the file cannot be written @param seen null only makes sure that it can be */
export function keepHead(path: string, seen: SeenHead | null): void {
  try {
    appendFileSync(path, seen === null ? '' : `${JSON.stringify(seen)}\n`);
  } catch (error) {
    throw new Misuse(`${path} cannot be written: ${messageOf(error)}.`);
  }
}

/** @throws Misuse where the file cannot be read or a line of it is none */
export function readHeads(path: string): readonly SeenHead[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Misuse(`${path} cannot be read: ${messageOf(error)}.`);
  }
  return text.split('\n').flatMap((line, place) => {
    if (line.trim() === '') return [];
    const seen = lineSchema.safeParse(jsonOf(line)).data;
    if (seen === undefined) throw new Misuse(`${path}, line ${place + 1}, is not a head that "holdpoint gate --heads" wrote.`);
    return [seen];
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
