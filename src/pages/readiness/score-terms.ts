import type { Share } from '../../analytics';
import type { StoredDefect } from '../../defects/shell';
import { day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { SlaTargetDays } from '../../governance';
import type { StageSummary } from '../../contracts/screen';
import type { StoredVerdict } from '../../gates/shell';
import { maySee } from '../access';
import type { Access } from '../access';
import type { Looked } from '../forecast/facts';
import { counted, dayNumber, inHundred, onDay, opened } from '../forecast/words';
import { defectRow } from './defect-row';
import type { Aged } from './score-aging';

/** What is known of a part of the score. */
export interface TermFacts {
  /** Null: the evidence is missing. */
  readonly share: Share | null;
  readonly sentence: string;
  /** Ids of the defects that cost points, those first that cost most; whether the viewer may see them or not. */
  readonly costly: readonly string[];
}

const unknown = (sentence: string): TermFacts => ({ share: null, sentence, costly: [] });
const none = (sentence: string): TermFacts => ({ share: { good: 0, all: 0 }, sentence, costly: [] });

/** Conditions that are met, of all gates. Those of a verdict that is missing or out of date say nothing of today. */
export function gatesTerm(stages: readonly StageSummary[], verdicts: readonly StoredVerdict[]): TermFacts {
  if (stages.length === 0) return unknown('No stage has a gate, so nothing says what the release must meet.');
  const silent = stages.filter(({ state }) => state === 'unknown').map(({ stage }) => stage.name);
  if (silent.length > 0) return unknown(`${listed(silent)} ${has(silent.length)} no verdict that may be relied on now.`);
  const keys = stages.map(({ stage }) => stage.key);
  const conditions = verdicts
    .filter(({ verdict }) => keys.includes(verdict.stage.key))
    .flatMap(({ verdict }) => verdict.conditions);
  if (conditions.length === 0) return unknown('The gates have no conditions, so nothing says what the release must meet.');
  const met = conditions.filter(({ state }) => state === 'met').length;
  const breached = conditions.filter(({ state }) => state === 'breached');
  const blind = conditions.length - met - breached.length;
  return {
    share: { good: met, all: conditions.length },
    sentence: sentenceOf([
      `${met.toLocaleString('en')} of ${counted(conditions.length, 'condition')} of the gates ${are(met)} met`,
      ...(blind === 0 ? [] : [`${blind} cannot be judged`]),
    ]),
    costly: [...new Set(breached.flatMap(({ defectIds }) => defectIds))],
  };
}

interface OpenFacts {
  /** Open defects of the release, whether the viewer may see them or not. */
  readonly open: readonly StoredDefect[];
  readonly access: Access;
  readonly now: Instant;
}

/** Open defects within their resolution target. What the viewer may not see gives nothing: its age is nobody's to know. */
export function targetsTerm(
  { open, access, now }: OpenFacts,
  targets: SlaTargetDays,
  clocks: ReadonlyMap<string, Instant>,
): TermFacts {
  if (Object.values(targets).every((days) => days === null)) return unknown('No severity has a resolution target.');
  const bound = open.filter(({ severity }) => targets[severity ?? 'S1'] !== null);
  if (bound.length === 0)
    return none(open.length === 0 ? 'Nothing is open, so nothing is late.' : 'No open defect has a resolution target.');
  const seen = bound.filter(({ securityLevel }) => maySee(access, securityLevel));
  const late = seen
    .map((defect) => defectRow(defect, targets, now, null, clocks.get(defect.id)))
    .filter(({ overdue }) => overdue)
    .sort((a, b) => byText(a.dueAt ?? '', b.dueAt ?? ''));
  return {
    share: { good: seen.length - late.length, all: bound.length },
    sentence: sentenceOf([
      `${ofAll(late.length, bound.length, 'open defect')} ${are(late.length)} past the resolution target of ${late.length === 1 ? 'its' : 'their'} severity`,
      ...unseen(bound.length - seen.length),
    ]),
    costly: late.map(({ id }) => id),
  };
}

/**
 * Open defects that are not older than 85 of 100 closed ones of their severity became.
 * @param aged those of the open ones that the viewer may see
 */
export function agingTerm({ open }: OpenFacts, aged: readonly Aged[]): TermFacts {
  if (open.length === 0) return none('Nothing is open, so nothing grows old.');
  const known = aged.flatMap(({ id, beyond }) => (beyond === null ? [] : [{ id, beyond }]));
  if (known.length === 0)
    return unknown('Too few defects of these severities were closed in the last 180 days to say what is old here.');
  const old = known.filter(({ beyond }) => beyond > 0).sort((a, b) => b.beyond - a.beyond);
  const days = Math.round(old.reduce((sum, { beyond }) => sum + beyond, 0) / day);
  const untold = aged.length - known.length;
  return {
    share: { good: known.length - old.length, all: open.length },
    sentence: sentenceOf([
      `${ofAll(old.length, open.length, 'open defect')} ${are(old.length)} older than 85 of 100 closed ones of the same severity became${old.length === 0 ? '' : `: debt exposure ${counted(days, 'day')}`}`,
      ...(untold === 0 ? [] : [`of ${untold} nobody can tell, as too few of their severity were closed`]),
      ...unseen(open.length - aged.length),
    ]),
    costly: old.map(({ id }) => id),
  };
}

/** Defects of the release of which it is known how they behave where it is deployed. */
export function validatedTerm(
  defects: readonly StoredDefect[],
  { deployed, debt }: { readonly deployed: readonly string[]; readonly debt: readonly { readonly defectId: string }[] },
  access: Access,
): TermFacts {
  if (deployed.length === 0) return unknown('No pipeline told of a stage in which the release is deployed.');
  const waiting = new Set(debt.map(({ defectId }) => defectId));
  const seen = defects.filter(({ securityLevel }) => maySee(access, securityLevel));
  const costly = seen.filter(({ id }) => waiting.has(id)).map(({ id }) => id);
  const where = listed(deployed);
  return {
    share: { good: seen.length - costly.length, all: defects.length },
    sentence: sentenceOf([
      costly.length === 0
        ? `nothing waits to be validated in ${where}`
        : `${ofAll(costly.length, defects.length, 'defect')} ${are(costly.length)} not validated in ${where}`,
      ...unseen(defects.length - seen.length),
    ]),
    costly,
  };
}

/** The chance that what blocks is closed by the release date. */
export function forecastTerm({ blockers, outlook }: Looked, releaseDate: string | null, now: Instant): TermFacts {
  if (outlook.refusal !== null) return unknown(`There is no forecast: ${outlook.refusal.because}.`);
  if (releaseDate === null) return unknown('The release has no date in Jira.');
  const place = (dayNumber(releaseDate) ?? NaN) - outlook.forecast.firstDay;
  const count = blockers.defects.length;
  const chance = (count > 0 ? outlook.forecast.by : outlook.forecast.clear)[place];
  if (chance === undefined)
    return unknown(place < 0 ? 'The release date is over.' : 'The release date is too far away for a forecast.');
  const by = onDay(releaseDate, now);
  const what = count === 1 ? 'the blocker is closed' : `all ${counted(count, 'blocker')} are closed`;
  return {
    share: { good: chance, all: 1 },
    sentence:
      count > 0
        ? `${opened(inHundred(chance))} that ${what} by the release on ${by}.`
        : `${opened(inHundred(chance))} that nothing blocks at the end of ${by}, the day of the release; nothing does now.`,
    costly: blockers.defects.map(({ id }) => id),
  };
}

function unseen(count: number): string[] {
  return count === 0 ? [] : [`${count} that you may not see ${count === 1 ? 'gives' : 'give'} nothing`];
}

function ofAll(some: number, all: number, what: string): string {
  return `${some === 0 ? 'none' : some.toLocaleString('en')} of ${counted(all, what)}`;
}

const are = (count: number): string => (count === 1 ? 'is' : 'are');
const has = (count: number): string => (count === 1 ? 'has' : 'have');

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** Parts of a sentence, with its capital and its full stop. */
function sentenceOf(parts: readonly string[]): string {
  return `${opened(parts.join('; '))}.`;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
