import type { ConditionView } from '../../contracts/readiness';
import type { StoredDefect } from '../../defects/shell';
import { maySee } from '../access';
import type { Access } from '../access';
import { worstFirst } from './defect-row';

type Done = NonNullable<ConditionView['done']>;

/** Done defects behind a condition: those that the viewer may see, and how many others there are. */
export type DoneSplit = (ids: readonly string[]) => Done & { readonly hidden: number };

const mostListed = 50;

/** Rows about fixes count defects that are done, which no other list of the screen has. */
export function doneSplitter(defects: readonly StoredDefect[], access: Access): DoneSplit {
  const done = new Map(defects.flatMap((defect) => (defect.open ? [] : [[defect.id, defect] as const])));
  return (ids) => {
    const known = ids.flatMap((id) => done.get(id) ?? []);
    const seen = known.filter(({ securityLevel }) => maySee(access, securityLevel)).sort(worse);
    return {
      defects: seen.slice(0, mostListed).map(({ id, key, summary, severity }) => ({ id, key, summary, severity })),
      more: Math.max(0, seen.length - mostListed),
      hidden: known.length - seen.length,
    };
  };
}

function worse(a: StoredDefect, b: StoredDefect): number {
  const row = ({ id, severity, createdAt }: StoredDefect) => ({ id, severity, overdue: false, openedAt: createdAt });
  return worstFirst(row(a), row(b));
}

/** What is said of the open defects behind a condition, with the done ones beside it. */
export function withDone(
  open: Pick<ConditionView, 'defectIds' | 'hidden'>,
  { defects, more, hidden }: ReturnType<DoneSplit>,
): Pick<ConditionView, 'defectIds' | 'hidden' | 'done'> {
  return { ...open, hidden: open.hidden + hidden, ...(defects.length === 0 ? {} : { done: { defects, more } }) };
}
