import type { GateControlView, HoldView, OverrideView } from '../../../../../../src/contracts/gate-control';
import { leftWords } from '../../../shared/time-words';

/** What it comes to, in a sentence: what stands, what waits, what may be passed. */
export function controlSentence({ holds, overrides }: Pick<GateControlView, 'holds' | 'overrides'>): string {
  const standing = holds.filter((hold) => hold.standing).length;
  const waiting = overrides.filter(({ state }) => state === 'requested').length;
  const passing = overrides.filter(({ passes }) => passes);
  const parts = [
    ...(standing === 0 ? [] : [standing === 1 ? '1 hold stands' : `${standing} holds stand`]),
    ...(passing.length === 0
      ? []
      : [`the gate of ${passing.map(({ stage }) => stage.name.toLowerCase()).join(' and ')} may be passed by an override`]),
    ...(waiting === 0 ? [] : [waiting === 1 ? '1 override waits for a decision' : `${waiting} overrides wait for a decision`]),
  ];
  const all = parts.length === 0 ? 'No hold stands, and no gate may be passed by an override' : parts.join('; ');
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
}

/** Where a hold holds: "every stage", "Staging and Canary". */
export function stagesWords({ stages }: Pick<HoldView, 'stages'>): string {
  if (stages === null) return 'every stage';
  return stages.length < 2 ? stages.join('') : `${stages.slice(0, -1).join(', ')} and ${stages.at(-1) ?? ''}`;
}

const overWords: Readonly<Record<Exclude<OverrideView['state'], 'requested' | 'approved'>, string>> = {
  refused: 'Refused',
  revoked: 'Revoked',
  void: 'Void: a new reason holds the gate',
  expired: 'Over',
  lapsed: 'Lapsed: nobody decided in time',
};

/** How it stands with an override, with its clock. @param now in milliseconds */
export function overrideWords({ state, passes, until, decideBy }: OverrideView, now: number): string {
  if (state === 'requested') return `Waits for a decision; lapses in ${leftWords(Math.max(0, Date.parse(decideBy) - now))}`;
  if (state !== 'approved') return overWords[state];
  const left = leftWords(Math.max(0, Date.parse(until ?? '') - now));
  return passes ? `The gate may be passed for ${left}` : `Approved for ${left}, though what holds the gate now is not known`;
}

const actWords: Readonly<Record<string, string>> = {
  placed: 'Placed',
  'lift-begun': 'Agreed to lift it',
  lifted: 'Lifted',
  requested: 'Asked for',
  approved: 'Approved',
  refused: 'Refused',
  revoked: 'Revoked',
  voided: 'Void',
  expired: 'Over',
  lapsed: 'Lapsed',
  told: 'Owners told',
  'not-told': 'Nobody told',
  started: 'Drill started',
  stopped: 'Line would be stopped',
  agreed: 'First of two agreed',
  over: 'Drill over',
  'called-off': 'Called off',
};

/** What happened, as a line of a history calls it. */
export function eventWords(act: string): string {
  return actWords[act] ?? act;
}
