import type { SpanColumn } from '../../defects';
import type { ChartRow } from '../../defects/shell';
import type { Deployment } from '../../environments';
import type { DetectedIncident, ToldBuild, ToldCommit } from '../../environments/shell';
import { defaultSettings } from '../../settings';
import { project } from '../screen.fixture';
import type { RepairPage } from './view-model';

/** Days of the fixture count from this one; the present is day 100. */
const begin = Date.UTC(2026, 6, 1);
const dayMs = 86_400_000;
export const onDay = (day: number): string => new Date(begin + day * dayMs).toISOString();

interface ADefect {
  readonly stage: string | null;
  readonly created: number;
  /** Null while open. */
  readonly ended?: number | null;
  /** When it left its first status. */
  readonly moved?: number;
}

/** Ids from 1 on, in the order given. */
export function defects(all: readonly ADefect[]): RepairPage['history'] {
  const rows = all.map(({ stage, created, ended = null }, n): ChartRow => {
    const open = ended === null;
    return {
      ...{ id: String(n + 1), key: `SHOP-${n + 1}`, statusId: open ? '1' : '3', status: open ? 'Open' : 'Done', open },
      ...{ category: open ? 'new' : 'done', severity: 'S2', detectedIn: stage, securityLevel: null, assignee: null },
      ...{ createdAt: onDay(created), resolvedAt: ended === null ? null : onDay(ended) },
    };
  });
  const spans = all.map(({ created, ended, moved }) => {
    const move = moved ?? ended ?? null;
    return [created, ...(move === null ? [] : [move])].map((day) => begin + day * dayMs);
  });
  const status: SpanColumn = {
    dictionary: ['1', '3'],
    offsets: Uint32Array.from([0, ...spans.map((_, n) => spans.slice(0, n + 1).flat().length)]),
    values: Uint16Array.from(spans.flatMap((of) => of.map((_, n) => n))),
    from: Float64Array.from(spans.flat()),
  };
  return {
    ...{ rows, status, hidden: 0 },
    created: Float64Array.from(all, ({ created }) => begin + created * dayMs),
    ended: Float64Array.from(all, ({ ended }) => (ended == null ? NaN : begin + ended * dayMs)),
  };
}

export function deployment(id: string, day: number, parts: Partial<Deployment> = {}): Deployment {
  return {
    ...{ id, service: 'shop', environment: 'production', version: id, build: `b-${id}`, commit: null, state: 'successful' },
    ...{ at: onDay(day), startedAt: null, finishedAt: onDay(day), exposure: null, rolledBack: null, restores: null },
    ...parts,
  };
}

export function build(name: string, day: number, parts: Partial<ToldBuild> = {}): ToldBuild {
  return {
    ...{ service: 'shop', build: name, version: null, commit: null, branch: 'main', state: 'successful' },
    ...{ at: onDay(day), finishedAt: onDay(day), changes: [] },
    ...parts,
  };
}

export function commit(sha: string, day: number): ToldCommit {
  return { ...{ sha, at: onDay(day), repository: 'shop', branch: 'main', subject: sha, keys: [], merge: false, bot: false } };
}

export function incident(name: string, day: number, parts: Partial<DetectedIncident['told']> = {}): DetectedIncident {
  return {
    told: {
      ...{ incident: name, title: `About ${name}`, severity: 'S1', environment: 'prod', service: 'shop', version: null },
      ...{ startedAt: onDay(day), resolvedAt: null, usersAffected: null, issue: null },
      ...parts,
    },
    detectedAt: null,
  };
}

export function page(parts: Partial<RepairPage> = {}): RepairPage {
  return {
    ...{ project, revision: 'r', now: onDay(100), history: defects([]), stages: defaultSettings.stages },
    ...{
      assigned: new Map(),
      seen: new Map(),
      origins: new Map(),
      affected: new Map(),
      versions: new Map(),
      deployments: [],
      builds: [],
    },
    ...{ commits: [], incidents: [], hiddenIncidents: 0, known: { from: begin, to: begin + 100 * dayMs } },
    ...parts,
  };
}
