import { dayWords } from '../../kernel/day-words';
import { holdTitle, standingIn } from '../holds';
import type { Hold } from '../holds';
import type { Condition, Context } from './rule';

const causes: Readonly<Record<Hold['cause'], string>> = {
  manual: 'it is held by hand',
  'stop-the-line': 'the line is stopped',
};

/**
 * Holds that people or the app placed: no row of a policy asks for them, and none can allow them. What a person wrote stands in the
 * definition, which is shown to who may read the project, and not in the reason, which is published.
 */
export function holdConditions({ stage, evidence }: Context): Condition[] {
  const { holds } = evidence;
  if (holds === undefined) return [];
  if (holds.kind === 'missing') return [unknownHold(holds.because)];
  return standingIn(holds.facts, stage.key).map((hold) => {
    const placed = hold.events[0];
    const since = placed === undefined ? '' : ` since ${dayWords(placed.at)}`;
    const begun = hold.events.filter(({ act }) => act === 'lift-begun').length;
    const agreed = begun === 0 ? '' : `, and ${begun} of ${hold.lifters} people have agreed to lift it`;
    return {
      ...common,
      id: `hold:${hold.id}`,
      title: holdTitle(hold),
      reason: `${causes[hold.cause]}${since}${agreed}`,
      definition: placed?.because ?? '',
      ...{ value: 1, state: 'breached' },
    };
  });
}

function unknownHold(because: string): Condition {
  return { ...common, id: 'hold', title: 'Holds', reason: because, definition: '', value: null, state: 'unknown' };
}

const common: Omit<Condition, 'id' | 'title' | 'reason' | 'definition' | 'value' | 'state'> = {
  ...{ rule: 'hold', breach: 'holds', limit: 0, unit: 'items', atLeast: false, clause: null },
  ...{ defectIds: [], deferredIds: [], leftOut: '', restsUntil: null },
};
