import type { DefectBudget, Scope, ScopeUnit } from '../../analytics';
import { dayWords } from '../../kernel/day-words';
import type { Instant } from '../../kernel/instant';

/** `7 issues`, `1.5 points`; at most one decimal. */
export function sized(size: number, unit: ScopeUnit): string {
  const number = rounded(size);
  return `${number} ${number === '1' ? unit.slice(0, -1) : unit}`;
}

function rounded(size: number): string {
  return (Math.round(size * 10) / 10).toLocaleString('en');
}

/** `1 issue`, `5 issues`. */
export function counted(count: number, one = 'issue'): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`;
}

/** `13 November`, with the year where it is another one. */
export function onDay(name: string, now: Instant): string {
  const words = dayWords(name);
  return name.slice(0, 4) === now.slice(0, 4) ? words.slice(0, -5) : words;
}

export interface ScopeWordsFacts {
  readonly name: string;
  /** Calendar day; null where the release has none. */
  readonly releaseDate: string | null;
  readonly unit: ScopeUnit;
  /** The calendar day around which all of it would be done; null where nobody can say. */
  readonly around: string | null;
  readonly now: Instant;
}

/** What the scope of a release comes to, in a sentence or two. */
export function scopeSentence(scope: Scope, facts: ScopeWordsFacts): string {
  const { name, releaseDate, unit, now } = facts;
  const open = scope.planned.feature.count + scope.planned.defect.count;
  const size = sized(scope.planned.feature.size + scope.planned.defect.size, unit);
  switch (scope.state) {
    case 'empty':
      return `Nothing is planned for ${name} yet: give issues this fix version in Jira, and they stand here.`;
    case 'all-done':
      return `${name}: everything that was planned is done.`;
    case 'no-date':
      return `${name}: ${size} ${open === 1 ? 'is' : 'are'} planned. Whether that fits cannot be said without a release date: set one in Jira.`;
    case 'no-throughput':
      return `${name}: ${size} ${open === 1 ? 'is' : 'are'} planned. Whether that fits cannot be said, as nothing of this project was finished in the last 90 days.`;
    case 'fits':
      return `${name} fits: ${size} planned, ${sized(scope.capacity ?? 0, unit)} can be finished by ${onDay(releaseDate ?? '', now)}.${burnt(scope.budget, unit)}`;
    case 'exceeds':
      return `${exceeds(scope, facts)}${burnt(scope.budget, unit)} ${remedy(scope)}${atThisPace(facts)}`;
  }
}

function exceeds({ excess, capacity, budget, planned }: Scope, { name, releaseDate, unit, now }: ScopeWordsFacts): string {
  const isOver = releaseDate !== null && releaseDate < now.slice(0, 10);
  if (isOver)
    return `The release date of ${name} has passed, and ${sized(planned.feature.size + planned.defect.size, unit)} of it are open.`;
  const kept = Math.max(0, (budget?.kept ?? 0) - planned.defect.size);
  const with_ = kept > 0.05 ? `, ${sized(kept, unit)} of it kept for defects to come` : '';
  return `${name} holds ${sized(excess, unit)} more than can be finished: ${sized(capacity ?? 0, unit)} by ${onDay(releaseDate ?? '', now)}${with_}.`;
}

function burnt(budget: DefectBudget | null, unit: ScopeUnit): string {
  if (budget === null || budget.over < 0.05) return '';
  return ` Its defect budget is burnt: ${rounded(budget.done + budget.planned)} of ${sized(budget.size, unit)}.`;
}

function remedy({ leaving }: Scope): string {
  if (leaving === null) return '';
  const count = leaving.ids.length;
  if (count === 0) return 'Nothing of it may leave: move the date, or close and defer what is severe.';
  if (leaving.short > 0)
    return `Even without ${count === 1 ? 'the one' : `all ${count}`} that may leave, it would be too much: move the date, or close and defer what is severe.`;
  return `${counted(count)} would have to leave.`;
}

function atThisPace({ around, now }: ScopeWordsFacts): string {
  return around === null ? '' : ` At this pace all of it would be done around ${onDay(around, now)}.`;
}

/** The same for an entry of the ledger. */
export function scopeBriefly(scope: Scope, unit: ScopeUnit): string {
  const planned = sized(scope.planned.feature.size + scope.planned.defect.size, unit);
  if (scope.capacity === null) return `${planned} planned; what can be finished was not known`;
  const held = `${planned} planned, ${sized(scope.capacity, unit)} can be finished`;
  const verdict = scope.state === 'exceeds' ? `too much by ${sized(scope.excess, unit)}` : 'it fits';
  const over = scope.budget?.over ?? 0;
  return `${held}: ${verdict}; defect budget ${over > 0.05 ? `burnt by ${sized(over, unit)}` : 'not burnt'}`;
}

const because: Readonly<Record<ScopeUnit, string>> = {
  issues: 'Issues are counted, because most of them have neither story points nor an original estimate.',
  points: 'Story points are counted, because most issues have them.',
  hours: 'Hours of the original estimate are counted, because most issues have one.',
};

/** Why sizes are in this unit. */
export function unitBecause(unit: ScopeUnit, wanted: ScopeUnit | 'auto'): string {
  const names = { issues: 'Issues', points: 'Story points', hours: 'Hours of the original estimate' } as const;
  return wanted === 'auto' ? because[unit] : `${names[unit]} are counted, as the settings say.`;
}
