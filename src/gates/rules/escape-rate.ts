import type { EscapeRate } from '../../analytics';
import type { EscapesBefore } from '../evidence';
import { rule } from './rule';

/**
 * Stage -> the most that may have escaped from the release before, in percent of its defects. Few defects say little: it is breached only
 * where even the lower end of the rate's 95 % interval is above the limit, so that one escape of two is not worse than fifty of a hundred.
 * Then the analysis of that release's causes opens the gate, once it is approved. What escaped after the window changes nothing.
 */
export const escapeRate = rule<'escape-rate', 'escapes'>({
  name: 'escape-rate',
  needs: ['escapes'],
  describe: ({ windowDays, atMost }) => ({
    id: `escape-rate:${windowDays}`,
    title: 'Escape rate of the release before',
    definition: `Of the defects of the release before that were found up to ${windowDays} days after it, the share that was found after it by users. It holds where even the lower end of its 95 % interval is above ${atMost} %, until the analysis of the causes is approved. What is found later is told and does not count.`,
    limit: atMost,
    unit: 'percent',
    atLeast: false,
    clause: null,
  }),
  find({ windowDays, atMost }, { escapes: { facts } }) {
    const nothing = { value: 0, met: true, defectIds: [] };
    if (facts === null) return { ...nothing, reason: 'no release was shipped before, so nothing can have escaped' };
    const { rate, found, escaped } = facts.rates[windowDays];
    if (rate === null) return { ...nothing, reason: `no defects of ${facts.versionName} are known${soFar(facts, windowDays)}` };
    const interval = `${percent(rate.value)} %, for certain between ${percent(rate.lower)} and ${percent(rate.upper)} %`;
    const told = `${escaped} of ${found} defects of ${facts.versionName} escaped${soFar(facts, windowDays)} (${interval}), at most ${atMost} % allowed`;
    const reason = `${told}${late(facts.rates[windowDays])}`;
    const value = Math.round(rate.value * 1000) / 10;
    if (rate.lower * 100 <= atMost) {
      const few = value > atMost ? ', too few to be certain that it is more' : '';
      return { value, met: true, defectIds: [], reason: `${reason}${few}` };
    }
    const met = facts.analysis === 'approved';
    return { value, met, defectIds: [], reason: `${reason}, and the analysis of its causes ${stands[facts.analysis ?? 'none']}` };
  },
});

const stands = {
  none: 'has not begun',
  draft: 'is a draft',
  submitted: 'waits for approval',
  returned: 'was returned to its authors',
  approved: 'is approved',
} as const;

function soFar({ daysSince }: EscapesBefore, windowDays: number): string {
  return daysSince < windowDays ? ` so far, on day ${daysSince} of ${windowDays}` : '';
}

/** What is known by now and was not in time: told beside the rate, which stays as it was known then. */
function late({ counts }: EscapeRate): string {
  return counts.late === 0 ? '' : `, without the ${counts.late} found later`;
}

function percent(share: number): string {
  const value = share * 100;
  return value > 0 && value < 0.95 ? value.toFixed(1) : String(Math.round(value));
}
