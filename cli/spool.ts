import { randomUUID } from 'node:crypto';
import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { deliveryTypes } from '../src/contracts/deliveries';
import type { Delivery } from './delivery';
import { isAlive, whileLocked } from './file-lock';
import { codeOf } from './thrown';

/** A delivery that waits in the file, unsigned: no line holds a secret. */
const lineSchema = z.object({
  holdpointSpool: z.literal(1),
  id: z.string(),
  /** Id of the source that it is sent as. */
  source: z.string(),
  type: z.enum(deliveryTypes),
  key: z.string(),
  what: z.string(),
  /** When it was put here. */
  since: z.string(),
  body: z.string(),
  /** The process that is sending it. */
  claim: z.object({ session: z.string(), pid: z.number(), host: z.string(), at: z.string() }).nullable().default(null),
});
type Line = z.infer<typeof lineSchema>;

/** A delivery that this process has claimed. */
export interface Waiting extends Delivery {
  readonly id: string;
}

/** How a claimed delivery ended: `hopeless` moves it to `FILE.refused`. */
export type Settled = 'sent' | 'kept' | 'hopeless';

/** A claim by a process on another machine lasts this long, in milliseconds. */
const claimLasts = 15 * 60_000;
/** Tells this process from an earlier one that had the same number. */
const session = randomUUID();

/**
 * Deliveries that wait for Jira to come back, one JSON object a line, oldest first. Any number of processes may share the file: each
 * change is made under a lock and by renaming, and what one is sending is claimed, so that another leaves it alone.
 */
export class Spool {
  readonly path: string;

  constructor(
    path: string,
    private readonly source: string,
  ) {
    this.path = resolve(path);
  }

  /** Puts deliveries behind those that wait. One with the same key that waits already takes no second line. */
  async keep(deliveries: readonly Delivery[], now: Date): Promise<void> {
    await whileLocked(this.path, () => {
      const { lines, rest } = this.read();
      const there = new Set(lines.filter(({ source }) => source === this.source).map(({ key }) => key));
      const added = deliveries
        .filter(({ key }) => !there.has(key))
        .map(({ type, key, what, body }): Line => {
          const common = { holdpointSpool: 1, id: randomUUID(), source: this.source, since: now.toISOString() } as const;
          return { ...common, type, key, what, body, claim: null };
        });
      this.write([...lines, ...added], rest);
    });
  }

  /** Everything of this source that waits and that no other process is sending, oldest first: the caller settles each. */
  async claim(now: Date): Promise<readonly Waiting[]> {
    if (textOf(this.path) === null) return [];
    return whileLocked(this.path, () => {
      const { lines, rest } = this.read();
      const mine = new Set(lines.filter((line) => line.source === this.source && isFree(line, now)).map(({ id }) => id));
      if (mine.size === 0) return [];
      const claim = { session, pid: process.pid, host: hostname(), at: now.toISOString() };
      this.write(
        lines.map((line) => (mine.has(line.id) ? { ...line, claim } : line)),
        rest,
      );
      return lines.filter(({ id }) => mine.has(id)).map(({ id, type, key, what, body }) => ({ id, type, key, what, body }));
    });
  }

  /** @param ends by id of what was claimed */
  async settle(ends: ReadonlyMap<string, Settled>): Promise<void> {
    if (ends.size === 0) return;
    await whileLocked(this.path, () => {
      const { lines, rest } = this.read();
      const hopeless = lines.filter(({ id }) => ends.get(id) === 'hopeless');
      if (hopeless.length > 0) appendFileSync(`${this.path}.refused`, hopeless.map(lineText).join(''), { mode: 0o600 });
      const left = lines.filter(({ id }) => ends.get(id) === undefined || ends.get(id) === 'kept');
      this.write(
        left.map((line) => (ends.has(line.id) ? { ...line, claim: null } : line)),
        rest,
      );
    });
  }

  /** @returns the lines, and what is none: it stays where it is, for a person to look at */
  private read(): { lines: Line[]; rest: string[] } {
    const lines: Line[] = [];
    const rest: string[] = [];
    for (const text of (textOf(this.path) ?? '').split('\n')) {
      if (text.trim() === '') continue;
      const line = lineOf(text);
      if (line === null) rest.push(text);
      else lines.push(line);
    }
    return { lines, rest };
  }

  private write(lines: readonly Line[], rest: readonly string[]): void {
    if (lines.length + rest.length === 0) {
      if (textOf(this.path) !== null) unlinkSync(this.path);
      return;
    }
    const temporary = `${this.path}.${process.pid}.tmp`;
    const file = openSync(temporary, 'w', 0o600);
    for (const text of rest) writeSync(file, `${text}\n`);
    for (const line of lines) writeSync(file, lineText(line));
    fsyncSync(file);
    closeSync(file);
    renameSync(temporary, this.path);
  }
}

function isFree({ claim }: Line, now: Date): boolean {
  if (claim === null) return true;
  if (claim.host === hostname()) return claim.pid === process.pid ? claim.session !== session : !isAlive(claim.pid);
  return now.getTime() - Date.parse(claim.at) > claimLasts;
}

function lineText(line: Line): string {
  return `${JSON.stringify(line)}\n`;
}

function lineOf(text: string): Line | null {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
