import { rowKey } from '../gates';
import type { GateRow } from '../gates';
import { severities, type Severity } from '../kernel/severity';
import { listed, nameOf } from './gate-lint-words';
import { gatedStages } from './settings';
import type { Settings } from './settings';

/** Something about the gates that can stand but is hardly meant. */
export interface GateWarning {
  readonly kind: 'shadowed' | 'gap' | 'laxer' | 'never-met' | 'never-breached';
  /** Key of the stage. */
  readonly stage: string;
  /** Its place among the rows of all rules; null where it is about the whole gate. */
  readonly row: number | null;
  readonly sentence: string;
  /** What to do, as one sentence. */
  readonly advice: string;
}

type Stage = ReturnType<typeof gatedStages>[number];
type Said = Pick<GateWarning, 'kind' | 'sentence' | 'advice'>;

/** What in the policy contradicts itself, decides nothing or leaves a gap: stage by stage in promotion order. Nothing of it keeps anybody from saving. */
export function gateWarnings(settings: Settings): GateWarning[] {
  const stages = gatedStages(settings);
  return stages.flatMap((stage, n) => {
    const ofGate = gaps(settings, stage, stages.slice(0, n), n === stages.length - 1);
    const ofRows = settings.gates.rows.flatMap((row, at) => {
      if (row.stage !== stage.key) return [];
      const said = [shadowed(settings, row), laxer(settings, row, stage, stages.slice(0, n)), useless(settings, row)];
      return said.flatMap((one) => (one === null ? [] : [{ ...one, stage: stage.key, row: at }]));
    });
    return [...ofGate.map((one) => ({ ...one, stage: stage.key, row: null })), ...ofRows];
  });
}

function rowsAt({ gates }: Settings, { key }: Stage): GateRow[] {
  return gates.rows.filter(({ stage }) => stage === key);
}

function gaps(settings: Settings, stage: Stage, before: readonly Stage[], isLast: boolean): Said[] {
  const rows = rowsAt(settings, stage);
  const gap = (sentence: string, advice: string): Said[] => [{ kind: 'gap', sentence, advice }];
  if (rows.length === 0)
    return gap(
      `${stage.name} has no rule: with nothing to judge by, its gate is unknown and nothing passes.`,
      'Add a rule, or take the gate from the stage.',
    );
  if (rows.every(({ breach }) => breach === 'warns'))
    return gap(
      `Every rule of ${stage.name} only warns, so none of them holds its gate.`,
      'Let one of them hold, or take the gate from the stage.',
    );
  const unlimited = severities.filter((severity) => !isLimited(settings, stage, severity));
  // A mild severity without a limit is common; one that is worse than a limited one is forgotten.
  const forgotten = isLast ? unlimited.filter((one) => one === 'S1' || one === 'S2' || isLimitedBelow(unlimited, one)) : [];
  const dropped = unlimited.filter((one) => !forgotten.includes(one));
  return [
    ...(forgotten.length === 0
      ? []
      : [
          {
            kind: 'gap' as const,
            sentence: `Nothing limits open ${listed(forgotten)} defects in ${stage.name}, and no gate comes after it.`,
            advice: 'Add a limit on open defects for each severity that must not ship.',
          },
        ]),
    ...dropped.flatMap((severity) => {
      const earlier = before.findLast((one) => isLimited(settings, one, severity));
      if (earlier === undefined) return [];
      const sentence = `${earlier.name} limits open ${severity} defects, and ${stage.name} after it does not.`;
      return [{ kind: 'laxer' as const, sentence, advice: `Limit them in ${stage.name} as well: more may be found in between.` }];
    }),
  ];
}

function isLimitedBelow(unlimited: readonly Severity[], severity: Severity): boolean {
  return severities.slice(severities.indexOf(severity)).some((milder) => !unlimited.includes(milder));
}

/** Whether a row that holds limits the open defects of a severity for all customers. */
function isLimited(settings: Settings, stage: Stage, severity: Severity): boolean {
  const rows = rowsAt(settings, stage).filter(({ breach }) => breach === 'holds');
  const limited = rows.flatMap((row) => (row.rule === 'open-defects' && row.severity === severity ? [row.tier] : []));
  const everyTier = settings.tiers.length > 0 && settings.tiers.every((tier) => limited.includes(tier));
  return (
    limited.includes('any') ||
    everyTier ||
    rows.some((row) => row.rule === 'no-worse-than-last' && [severity, 'any'].includes(row.severity))
  );
}

/** A row can decide nothing where another one counts all that it counts, allows no more, and opens no earlier. */
function shadowed({ gates }: Settings, row: GateRow): Said | null {
  if (!('most' in row)) return null;
  const opensAt = (one: typeof row) => one.releaseAt ?? one.most;
  for (const other of gates.rows) {
    if (!('most' in other) || other.stage !== row.stage || !countsAllOf(other, row)) continue;
    if (other.most > row.most || opensAt(other) > opensAt(row) || (other.breach === 'warns' && row.breach === 'holds')) continue;
    const allows = other.most === 0 ? 'none' : `no more than ${other.most}`;
    return {
      kind: 'shadowed',
      sentence: `This decides nothing: whatever it counts, the row on ${nameOf(other)} counts too, and that allows ${allows}.`,
      advice: other.most === 0 ? 'Remove it, or allow more there.' : `Remove it, or allow fewer than ${other.most} here.`,
    };
  }
  return null;
}

/** Whether every defect that `row` counts is counted by `other` too, and they are not the same. */
function countsAllOf(other: GateRow, row: GateRow): boolean {
  if (other.rule === 'open-defects' && row.rule === 'open-defects')
    return other.severity === row.severity && other.tier === 'any' && row.tier !== 'any';
  if (other.rule === 'sla-breached' && row.rule === 'sla-breached') return other.severity === 'any' && row.severity !== 'any';
  if (other.rule === 'score-ceiling' && row.rule === 'score-ceiling') return other.ceiling < row.ceiling;
  if (other.rule !== 'aging' || row.rule !== 'aging') return false;
  const same = other.severity === row.severity;
  return (
    (same || other.severity === 'any') && other.percentile <= row.percentile && !(same && other.percentile === row.percentile)
  );
}

/** A row that asks less than the same row of the nearest stage before. */
function laxer(settings: Settings, row: GateRow, stage: Stage, before: readonly Stage[]): Said | null {
  const key = rowKey({ ...row, stage: '' });
  for (const earlier of before.toReversed()) {
    const same = rowsAt(settings, earlier).find((one) => rowKey({ ...one, stage: '' }) === key);
    if (same === undefined) continue;
    const advice = `Ask here for at least as much as in ${earlier.name}, unless it is meant so.`;
    if (same.breach === 'holds' && row.breach === 'warns')
      return { kind: 'laxer', sentence: `In ${earlier.name} before it this holds, and here it only warns.`, advice };
    if (allowsMore(row, same))
      return { kind: 'laxer', sentence: `${stage.name} allows more here than ${earlier.name} before it.`, advice };
    return null;
  }
  return null;
}

function allowsMore(row: GateRow, earlier: GateRow): boolean {
  if (row.rule === 'escape-rate' && earlier.rule === 'escape-rate') return row.atMost > earlier.atMost;
  if (row.rule === 'score-ceiling' && earlier.rule === 'score-ceiling') {
    const [ceiling, most] = [row.ceiling - earlier.ceiling, row.most - earlier.most];
    return ceiling >= 0 && most >= 0 && ceiling + most > 0;
  }
  return 'most' in row && 'most' in earlier && row.most > earlier.most;
}

/** A row that nothing can break, or nothing can meet. */
function useless({ slaTargetDays, deferrals, gates }: Settings, row: GateRow): Said | null {
  switch (row.rule) {
    case 'sla-breached': {
      const of = row.severity === 'any' ? severities : [row.severity];
      if (of.some((severity) => slaTargetDays[severity] !== null)) return null;
      const sentence = `${row.severity === 'any' ? 'No severity' : row.severity} has ${row.severity === 'any' ? 'a' : 'no'} resolution target, so nothing can be late.`;
      return { kind: 'never-breached', sentence, advice: 'Set a resolution target, or remove this rule.' };
    }
    case 'escape-rate':
      if (row.atMost < 100) return null;
      return { kind: 'never-breached', sentence: 'No more than 100 % can escape.', advice: 'Allow less, or remove this rule.' };
    case 'score-ceiling': {
      if (row.ceiling < 100) return null;
      const sentence = 'No score is above 100: only a defect without a score can break this.';
      return { kind: 'never-breached', sentence, advice: 'Choose a lower ceiling.' };
    }
    case 'freeze-violations': {
      const admits = row.admits ?? gates.freezes.admits;
      if (!severities.every((severity) => admits.includes(severity))) return null;
      const sentence = 'Every severity may still come in: only a defect without one can break this.';
      return { kind: 'never-breached', sentence, advice: 'Let fewer severities in.' };
    }
    case 'deferrals-valid': {
      const longest = Math.max(...severities.map((severity) => deferrals.maxDays[severity]));
      if (row.daysLeft < longest) return null;
      const sentence = `A deferral holds for at most ${longest} days, so none can hold for more than ${row.daysLeft} days more.`;
      return { kind: 'never-met', sentence, advice: `Ask for fewer than ${longest} days, or let deferrals hold for longer.` };
    }
    case 'soak-time': {
      const kind = (['deployments', 'builds'] as const).find((one) => (gates.freshHours[one] ?? Infinity) <= row.hours);
      if (kind === undefined) return null;
      const hours = gates.freshHours[kind] ?? 0;
      const sentence = `What pipelines tell of ${kind} counts as missing after ${hours} hours, before ${row.hours} hours are over.`;
      return { kind: 'never-met', sentence, advice: `Let ${kind} be older than ${row.hours} hours, or ask for less time.` };
    }
    default:
      return null;
  }
}
