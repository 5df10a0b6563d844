import type { FreezeExceptionView, FreezeView } from '../../contracts/freeze';
import type { StoredDefect } from '../../defects/shell';
import { exceptionStateAt, frozenAt } from '../../gates';
import type { FreezeException } from '../../gates';
import type { Instant } from '../../kernel/instant';
import { maySee } from '../access';
import type { Access } from '../access';
import type { FreezeFacts } from './read';

export interface Looking {
  readonly access: Access;
  readonly accountId: string;
  readonly now: Instant;
}

const mostAttempts = 200;

/** The freeze of a release, for somebody who may see some of its defects. */
export function freezeView(facts: FreezeFacts, looking: Looking): FreezeView {
  const { settings, version, attempts, exceptions, inside } = facts;
  const { access, now } = looking;
  const { admits, action, startStatus, mostHours } = settings.gates.freezes;
  const seen = <One extends { readonly defectId: string }>(list: readonly One[]) =>
    list.filter((one) => isSeen(one, facts, access));
  const known = <One extends { readonly defectId: string }>(list: readonly One[]) =>
    list.filter(({ defectId }) => facts.defects.has(defectId));
  const settled = attempts.flatMap((attempt) => (attempt.result === null ? [] : [{ ...attempt, result: attempt.result }]));
  const count = (result: string) => settled.filter((attempt) => attempt.result === result).length;
  const all = [...settled, ...exceptions, ...inside];
  const isOut = version.released || version.archived;
  const place = stateOf(facts, now);
  return {
    ...{ now, admits: [...admits], action, startStatus, mostHours, ...place },
    may: {
      begin: access.may.liftHolds && !isOut && place.state !== 'frozen',
      end: access.may.liftHolds && place.state === 'frozen',
      decide: access.may.overrideGates,
    },
    counts: { moved: count('moved'), flagged: count('flagged'), recorded: count('recorded'), left: count('left') },
    attempts: seen(settled)
      .toSorted((a, b) => (a.at < b.at ? 1 : -1))
      .slice(0, mostAttempts)
      .map(({ defectId, at, who, result, consequence }) => ({
        ...{ defect: defectOf(defectId, facts), at, result },
        who: who === null ? null : personOf(who, facts),
        to: result === 'moved' && consequence.kind === 'move' ? (consequence.to?.name ?? null) : null,
      })),
    exceptions: seen(exceptions)
      .map((exception) => exceptionView(exception, facts, looking))
      .reverse()
      .sort((a, b) => Number(isLive(b)) - Number(isLive(a))),
    inside: seen(inside)
      .toSorted((a, b) => rank(a.admission) - rank(b.admission) || (a.at < b.at ? 1 : -1))
      .map(({ defectId, at, admission }) => ({ defect: defectOf(defectId, facts), at, admission })),
    hidden: known(all).length - seen(all).length,
  };
}

function rank(admission: 'admitted' | 'exception' | 'violation'): number {
  return ['violation', 'exception', 'admitted'].indexOf(admission);
}

function stateOf(
  { settings, version, freezes }: FreezeFacts,
  now: Instant,
): Pick<FreezeView, 'state' | 'since' | 'cause' | 'because'> {
  const day = settings.forecast.freezes[version.id]?.day ?? null;
  const isOut = version.released || version.archived;
  const frozen = frozenAt(day, freezes, now);
  const standing = freezes.find(({ state }) => state === 'standing');
  const last = standing ?? freezes.at(-1);
  const written = last?.events.findLast(({ act }) => act === (standing === undefined ? 'ended' : 'began'));
  const about = {
    since: frozen?.since ?? last?.since ?? null,
    cause: last?.cause ?? null,
    because: written?.who == null ? null : written.because,
  };
  if (frozen?.standing === true && !isOut) return { ...about, cause: about.cause ?? 'day', state: 'frozen' };
  if (day !== null && day > now.slice(0, 10) && !isOut) return { state: 'planned', since: day, cause: 'day', because: null };
  return last === undefined ? { state: 'none', since: null, cause: null, because: null } : { ...about, state: 'over' };
}

function isSeen({ defectId }: { readonly defectId: string }, { defects }: FreezeFacts, access: Access): boolean {
  const defect = defects.get(defectId);
  return defect !== undefined && maySee(access, defect.securityLevel);
}

const gone = { key: '', summary: '', open: false, severity: null } as const;

function defectOf(id: string, { defects }: FreezeFacts) {
  const { key, summary, open, severity }: Pick<StoredDefect, 'key' | 'summary' | 'open' | 'severity'> = defects.get(id) ?? gone;
  return { id, key, summary, open, severity };
}

function personOf(pseudonym: string, { people }: Pick<FreezeFacts, 'people'>) {
  return { accountId: people.get(pseudonym) ?? null, pseudonym };
}

function isLive({ state }: Pick<FreezeExceptionView, 'state'>): boolean {
  return state === 'requested' || state === 'approved';
}

function exceptionView(exception: FreezeException, facts: FreezeFacts, { access, accountId, now }: Looking): FreezeExceptionView {
  const { id, defectId, because, hours, decideBy, until, requester, events } = exception;
  const state = exceptionStateAt(exception, now);
  const own = facts.people.get(requester) === accountId;
  const { overrideGates } = access.may;
  return {
    ...{ id, defect: defectOf(defectId, facts), state, because, hours, decideBy, until },
    requestedBy: personOf(requester, facts),
    requestedAt: events[0]?.at ?? '',
    events: events.map(({ act, at, who, because: why }) => ({
      ...{ act, at, because: why },
      who: who === null ? null : personOf(who, facts),
    })),
    may: {
      approve: state === 'requested' && overrideGates && !own,
      refuse: state === 'requested' && overrideGates,
      revoke: isLive({ state }) && (overrideGates || own),
    },
  };
}

const results = {
  moved: 'moved',
  flagged: 'flagged',
  recorded: 'recorded',
  left: 'taken out before Holdpoint came to it',
} as const;
const admissions = { admitted: 'may come in', exception: 'by an exception', violation: 'came in anyway' } as const;

export const csvHead = ['What', 'Defect', 'Severity', 'Done', 'When (UTC)', 'Outcome', 'To or until', 'Reason', 'By'];

/** The report as rows of a file: attempts, exceptions, and what is in it. People are pseudonyms, as in the ledger. */
export function csvRows({ attempts, exceptions, inside }: FreezeView): string[][] {
  const about = ({ key, severity, open }: FreezeView['attempts'][number]['defect']) => [key, severity ?? '', open ? 'no' : 'yes'];
  return [
    ...attempts.map(({ defect, at, result, to, who }) => [
      ...['Attempt', ...about(defect), at, results[result], to ?? '', '', who?.pseudonym ?? ''],
    ]),
    ...exceptions.map(({ defect, requestedAt, state, until, because, requestedBy }) => [
      ...['Exception', ...about(defect), requestedAt, state, until ?? '', because, requestedBy.pseudonym],
    ]),
    ...inside.map(({ defect, at, admission }) => ['In the release', ...about(defect), at, admissions[admission], '', '', '']),
  ];
}
