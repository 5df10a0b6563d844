import { rowKey, rowsOf } from './policy';
import type { GateRow, OpenDefectsRow } from './policy';

/** How the gates of a project differ from those of all projects. */
export interface OwnGates {
  /** They replace the rows of the same key, or come beside them. */
  readonly rows: readonly GateRow[];
  /** Keys of rows that the project leaves out. */
  readonly without: readonly string[];
}

/** What people who administer a project may change of its gates: only so that they ask for more, or anything. */
export type Delegation = 'nothing' | 'tighter' | 'anything';

/** A row that applies to a project, and who asks for it. */
export interface AppliedRow {
  readonly row: GateRow;
  readonly from: 'site' | 'project';
}

/** The rows that apply to a project, each with who asks for it: a row of its own stands where the one stood that it replaces. */
export function rowsFor(site: readonly GateRow[], own: OwnGates | undefined): AppliedRow[] {
  const byKey = new Map((own?.rows ?? []).map((row) => [rowKey(row), row]));
  const without = new Set(own?.without);
  const kept = site.flatMap((row): AppliedRow[] => {
    const key = rowKey(row);
    const replacing = byKey.get(key);
    byKey.delete(key);
    if (replacing !== undefined) return [{ row: replacing, from: 'project' }];
    return without.has(key) ? [] : [{ row, from: 'site' }];
  });
  return [...kept, ...[...byKey.values()].map((row) => ({ row, from: 'project' as const }))];
}

/** What a project has of its own, if these are the rows that apply to it. */
export function ownGates(site: readonly GateRow[], rows: readonly GateRow[]): OwnGates {
  const same = new Map(site.map((row) => [rowKey(row), textOf(row)]));
  const keys = new Set(rows.map(rowKey));
  return {
    rows: rows.filter((row) => same.get(rowKey(row)) !== textOf(row)),
    without: [...same.keys()].filter((key) => !keys.has(key)),
  };
}

function textOf(row: GateRow): string {
  return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Whether `by`, in the place of `row`, asks for more in one respect and for no less in any. Where that cannot be said, as of another role
 * or of other severities, it is not tighter.
 */
export function isTighter(row: GateRow, by: GateRow): boolean {
  return textOf(row) !== textOf(by) && asksNoLess(row, by);
}

function asksNoLess(row: GateRow, by: GateRow): boolean {
  if (rowKey(row) !== rowKey(by) || (row.breach === 'holds' && by.breach === 'warns')) return false;
  return countsNoLess(row, by) && ownPartsAskNoLess(row, by);
}

function countsNoLess(row: GateRow, by: GateRow): boolean {
  if (!('most' in row) || !('most' in by)) return true;
  return by.most <= row.most && (by.releaseAt ?? by.most) <= (row.releaseAt ?? row.most);
}

/** What only rows of their rule have. */
function ownPartsAskNoLess(row: GateRow, by: GateRow): boolean {
  if (row.rule === 'score-ceiling' && by.rule === 'score-ceiling') return by.ceiling <= row.ceiling;
  if (row.rule === 'escape-rate' && by.rule === 'escape-rate') return by.atMost <= row.atMost;
  if (row.rule === 'deferrals-valid' && by.rule === 'deferrals-valid') return by.daysLeft >= row.daysLeft;
  if (row.rule === 'no-worse-than-last' && by.rule === 'no-worse-than-last') return by.byHowMany <= row.byHowMany;
  if (row.rule === 'blockers-nominated' && by.rule === 'blockers-nominated')
    return row.undecided === 'passes' || by.undecided === 'holds';
  if (row.rule === 'soak-time' && by.rule === 'soak-time') return by.hours >= row.hours;
  if (row.rule === 'freeze-violations' && by.rule === 'freeze-violations') return admitsNoMore(row.admits, by.admits);
  if (row.rule === 'manual-check' && by.rule === 'manual-check')
    return by.role === row.role && by.evidence === row.evidence && (by.hours ?? Infinity) <= (row.hours ?? Infinity);
  if (row.rule === 'rollback-readiness' && by.rule === 'rollback-readiness')
    return (
      row.items.every((item) => by.items.includes(item)) &&
      by.mostReturning <= row.mostReturning &&
      by.targetDays <= row.targetDays
    );
  return true;
}

/** What the freeze itself admits may change, so that it is compared with itself, and with nothing at all. */
function admitsNoMore(row: readonly string[] | null, by: readonly string[] | null): boolean {
  if (row === null || by === null) return by === row || by?.length === 0;
  return by.every((severity) => row.includes(severity));
}

/** What somebody who administers a project wants of its gates. */
export interface Wish {
  readonly delegated: Delegation;
  readonly site: readonly GateRow[];
  /** The rows that apply to the project now, and those that are wanted. */
  readonly now: readonly GateRow[];
  readonly wanted: readonly GateRow[];
}

export interface DelegationProblem {
  /** Its place among the wanted rows; null where it is about one that is not among them. */
  readonly row: number | null;
  readonly message: string;
}

/**
 * What of a wish goes further than what is delegated; nothing where all of it may be. What stands already may stay, whoever made it so, and
 * what a project asks beyond all projects it may take back.
 */
export function delegationProblems({ delegated, site, now, wanted }: Wish): DelegationProblem[] {
  if (delegated === 'anything') return [];
  const texts = new Set(now.map(textOf));
  if (delegated === 'nothing')
    return wanted.length === now.length && wanted.every((row) => texts.has(textOf(row)))
      ? []
      : [{ row: null, message: 'Only people who administer Jira change the gates of this project.' }];
  return [
    ...leftOut(site, now, wanted),
    ...wanted.flatMap((row, at) => {
      if (texts.has(textOf(row))) return [];
      const message = loosened(site, row) ?? firstOfGate(site, row) ?? takesOver({ site, wanted, row });
      return message === null ? [] : [{ row: at, message }];
    }),
  ];
}

function leftOut(site: readonly GateRow[], now: readonly GateRow[], wanted: readonly GateRow[]): DelegationProblem[] {
  const [there, kept] = [now.map(rowKey), wanted.map(rowKey)];
  const gone = site.filter((row) => there.includes(rowKey(row)) && !kept.includes(rowKey(row)));
  if (gone.length === 0) return [];
  const what = gone.length === 1 ? 'A rule of all projects is' : `${gone.length} rules of all projects are`;
  return [{ row: null, message: `${what} left out: this project may ask for more, and not for less.` }];
}

function loosened(site: readonly GateRow[], row: GateRow): string | null {
  const of = site.find((one) => rowKey(one) === rowKey(row));
  return of === undefined || asksNoLess(of, row)
    ? null
    : 'This asks for less than the rule of all projects, or for something else: this project may only ask for more.';
}

/** A gate without rows lets nothing pass, so that its first row would open it. */
function firstOfGate(site: readonly GateRow[], row: GateRow): string | null {
  return site.some(({ stage }) => stage === row.stage)
    ? null
    : 'No rule of all projects stands here, and nothing passes a gate without one: only people who administer Jira change that.';
}

/**
 * Defects without a customer tier count in the strictest row of their severity. A row that becomes the strictest one takes them away from
 * another, which may open for it; unless it lets none of them pass.
 */
function takesOver({ site, wanted, row }: Pick<Wish, 'site' | 'wanted'> & { readonly row: GateRow }): string | null {
  if (row.rule !== 'open-defects' || row.tier === 'any' || (row.most === 0 && row.breach === 'holds')) return null;
  const was = strictest(site, row);
  const is = strictest(wanted, row);
  if (was === null || is === null || was.tier === is.tier || is.tier !== row.tier) return null;
  return `Defects without a customer tier would count here, and no longer in the row of ${was.tier} customers: allow none, or more than there.`;
}

function strictest(rows: readonly GateRow[], { stage, severity }: OpenDefectsRow): OpenDefectsRow | null {
  const all = rowsOf(rows, 'open-defects').filter(
    (one) => one.stage === stage && one.severity === severity && one.tier !== 'any',
  );
  return all.find(({ most }) => most === Math.min(...all.map((one) => one.most))) ?? null;
}
