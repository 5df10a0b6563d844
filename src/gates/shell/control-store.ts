import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { integer, json, select, write } from '../../platform/database';
import type { SqlValue } from '../../platform/database';

/** What is decided about gates beside their rows: a document that is what its events made of it. */
export interface Control {
  /** At most 60 letters; known to its kind. */
  readonly id: string;
  readonly projectId: string;
  /** At most 12 letters. */
  readonly state: string;
  /** Oldest first; never empty. */
  readonly events: readonly unknown[];
}

/** A control as it is kept. */
export type Stored<One extends Control> = One & {
  /** So many of its events stand in the ledger. */
  readonly entered: number;
};

/** What a control is found by. */
interface Place {
  /** Left out where it is about no version. */
  readonly versionId?: string;
  /** Left out where it is about no issue. */
  readonly issueId?: string;
  /** When its state is over, by the time; left out or null where it lasts. */
  readonly overAt?: Instant | null;
}

/** How controls of one kind are kept. */
export interface ControlStore<One extends Control> {
  /** Keeps a new one. @returns false where there is one of this id: somebody did the same at the same moment */
  insert(control: One): Promise<boolean>;
  /** Keeps one more event. @returns false where somebody else was first */
  update(control: One): Promise<boolean>;
  /** Notes up to which of its events the ledger has them. */
  noteEntered(id: string, events: number): Promise<void>;
  /** Those that a condition of SQL finds, over the columns of the table `controls`, by the number that their id ends with. */
  where(condition: string, values: readonly SqlValue[], most?: number): Promise<Stored<One>[]>;
  /** Those of which the ledger lacks an event, because a function died in between. */
  toEnter(most: number): Promise<Stored<One>[]>;
}

/**
 * @param kind at most 16 letters
 * @param body what is kept of one; what is stored otherwise is a bug, which it throws for
 */
export function controlStore<One extends Control>(
  kind: string,
  body: z.ZodType<One>,
  placeOf: (control: One) => Place,
): ControlStore<One> {
  const row = z
    .object({ body: json(body), entered: integer })
    .transform((found): Stored<One> => ({ ...found.body, entered: found.entered }));
  const columns = (control: One): SqlValue[] => {
    const { versionId = '', issueId = '', overAt = null } = placeOf(control);
    return [versionId, issueId, control.state, overAt, control.events.length, JSON.stringify(body.parse(control))];
  };
  const where: ControlStore<One>['where'] = async (condition, values, most) => {
    const query = `SELECT body, entered FROM controls WHERE kind = ? AND (${condition}) ORDER BY id`;
    const found = await select(row, most === undefined ? query : `${query} LIMIT ${most}`, [kind, ...values]);
    return found.sort((a, b) => numberOf(a) - numberOf(b));
  };
  return {
    where,
    toEnter: (most) => where('entered < revision', [], most),
    async insert(control) {
      const inserted = await write(
        `INSERT IGNORE INTO controls (kind, id, project_id, version_id, issue_id, state, over_at, revision, body, entered)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
        [kind, control.id, control.projectId, ...columns(control)],
      );
      return inserted > 0;
    },
    async update(control) {
      const updated = await write(
        `UPDATE controls SET version_id = ?, issue_id = ?, state = ?, over_at = ?, revision = ?, body = ?
         WHERE kind = ? AND id = ? AND revision = ?`,
        [...columns(control), kind, control.id, control.events.length - 1],
      );
      return updated > 0;
    },
    async noteEntered(id, events) {
      await write('UPDATE controls SET entered = GREATEST(entered, ?) WHERE kind = ? AND id = ?', [events, kind, id]);
    },
  };
}

/** `<id of the version>-<n>`: n counts those of its place. */
function numberOf({ id }: Control): number {
  return Number(id.split('-').at(-1) ?? 0);
}
