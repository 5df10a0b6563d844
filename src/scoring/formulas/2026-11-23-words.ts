import { between, day, dayOf } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { Place, ScoreInputs } from '../inputs';
import type { ScoringPolicy, TermName } from '../score';

type Words = (inputs: ScoreInputs, policy: ScoringPolicy, now: Instant) => string;

const sources: Readonly<Record<TermName, Words>> = {
  severity: ({ severity }) =>
    severity === null
      ? 'No one said how severe it is: counted as middling. Fill in the field Defect severity.'
      : `Field Defect severity: ${severity}.`,
  recurrence: ({ seen }, _policy, now) =>
    seen.length === 0
      ? 'No test run or report was linked to it: counted as middling. Send test results or sightings that name it.'
      : seenWords(seen, now),
  users: ({ usersAffected, usersFrom }, { users }) =>
    usersAffected === null
      ? 'No one said how many users it reaches: counted as middling. Fill in the field Users affected.'
      : `${usersFrom === null ? 'Field Users affected' : `Incident ${usersFrom}`}: ${counted(usersAffected)}, of ${counted(users)}.`,
  exposure: ({ places }) =>
    places.length === 0
      ? 'No one said where it can be reproduced: counted as middling. Fill in the field Detected in, or how it behaves in a stage.'
      : placeWords(places),
  workaround: ({ workaround }) => {
    switch (workaround) {
      case null:
        return 'No one said whether there is a way around it: counted as middling. Fill in the field Workaround.';
      case 'none':
        return 'Field Workaround: there is none.';
      case 'hard':
        return 'Field Workaround: there is one, and it is hard.';
      case 'easy':
        return 'Field Workaround: there is an easy one.';
    }
  },
  age: ({ createdAt, targetDays }, _policy, now) => {
    const days = Math.max(0, Math.floor(between(createdAt, now) / day));
    const old = days === 0 ? 'Reported today' : `Reported ${ago(days)}`;
    if (targetDays === null) return `${old}; no target for its severity: counted as middling. Set one in the settings.`;
    return `${old}, to be resolved within ${plural(targetDays, 'day')}${days > targetDays ? ': overdue' : ''}.`;
  },
};

/** Where a term's value came from; for one that is missing, what to do. */
export function sourceOf(term: TermName, inputs: ScoreInputs, policy: ScoringPolicy, now: Instant): string {
  return sources[term](inputs, policy, now);
}

const lately = 30;

function seenWords(seen: ScoreInputs['seen'], now: Instant): string {
  const daysAgo = (on: number) => Math.max(0, dayOf(now) - on);
  const last = Math.min(...seen.map(({ day: on }) => daysAgo(on)));
  const recent = seen.filter(({ day: on }) => daysAgo(on) < lately).reduce((sum, { runs }) => sum + runs, 0);
  if (recent === 0) return `No test run or report in ${lately} days; the last one ${ago(last)}.`;
  const many = `${plural(recent, 'test run or report', 'test runs or reports')} in ${lately} days saw it`;
  return recent === 1 ? `One test run or report in ${lately} days saw it, ${ago(last)}.` : `${many}, the last ${ago(last)}.`;
}

const behaviourWords = {
  reproduced: 'reproduced',
  'worked-around': 'worked around',
  fixed: 'fixed',
  'not-reproduced': 'not reproduced',
} as const;

function placeWords(places: readonly Place[]): string {
  const each = places.map(({ stage, behaviour, exposure, from }) => {
    if (from === 'field') return `field Detected in: ${stage}${shareWords(exposure)}`;
    return `${behaviourWords[behaviour]} in ${stage}${behaviour === 'reproduced' ? shareWords(exposure) : ''}`;
  });
  const all = each.join('; ');
  return `${all.slice(0, 1).toUpperCase()}${all.slice(1)}.`;
}

function shareWords(exposure: number): string {
  return exposure >= 1 ? '' : ` (${Math.round(exposure * 100)} % of its users)`;
}

function ago(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${counted(days)} days ago`;
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${counted(count)} ${count === 1 ? one : many}`;
}

function counted(count: number): string {
  return count.toLocaleString('en');
}
