import type { SpanColumn } from '../../defects';
import type { KnownStatus } from '../../defects/shell';
import type { DeploymentStep } from '../../environments';
import { day } from '../../kernel/instant';
import { defaultSettings } from '../../settings';
import type { ProjectHistory } from '../charts/visible-history';
import { now, project, version } from '../screen.fixture';
import type { EscapesFacts } from './view-model';

/** A defect as a test tells it. Days are calendar days; times are noon. */
export interface Told {
  readonly id: string;
  readonly created: string;
  readonly found?: string | null;
  readonly affects?: readonly string[];
  readonly fix?: readonly string[];
  readonly origin?: string;
  /** Days on which it came to Done and, in turn, left it. */
  readonly closings?: readonly string[];
}

const noon = (date: string): number => Date.parse(`${date}T12:00:00.000Z`);
const statuses = new Map<string, KnownStatus>([
  ['1', { id: '1', name: 'To Do', category: 'new' }],
  ['9', { id: '9', name: 'Done', category: 'done' }],
]);

function historyOf(told: readonly Told[], hidden: number): ProjectHistory {
  const spans = told.map(({ created, closings = [] }) => [created, ...closings].map((date, n) => [n % 2, noon(date)] as const));
  const status: SpanColumn = {
    dictionary: ['1', '9'],
    offsets: Uint32Array.from(spans.reduce((ends, some) => [...ends, (ends.at(-1) ?? 0) + some.length], [0])),
    values: Uint16Array.from(spans.flat(), ([value]) => value),
    from: Float64Array.from(spans.flat(), ([, from]) => from),
  };
  return {
    rows: told.map(({ id, created, found = null }) => ({
      ...{ id, key: `SHOP-${id}`, statusId: '1', status: 'To Do', category: 'new', open: true, severity: 'S2' },
      ...{ detectedIn: found, securityLevel: null, assignee: null, resolvedAt: null },
      createdAt: new Date(noon(created)).toISOString(),
    })),
    created: Float64Array.from(told, ({ created }) => noon(created)),
    ended: Float64Array.from(told, () => NaN),
    ...{ status, severity: { ...status, dictionary: ['S2'] }, statuses, hidden },
  };
}

/** Releases by id, in order, each with the day on which it was released; null for one that is to come. */
const releases: readonly (readonly [id: string, name: string, releaseDate: string | null])[] = [
  ['1', '4.0.0', '2026-05-07'],
  ['2', '4.1.0', '2026-07-20'],
  ['3', '4.1.2', '2026-10-20'],
  ['4', '4.2.0', null],
];

export function factsWith(told: readonly Told[], parts: Partial<EscapesFacts> & { readonly hidden?: number } = {}): EscapesFacts {
  const { hidden = 0, ...rest } = parts;
  return {
    ...{ project, revision: 'r', now, stages: defaultSettings.stages, history: historyOf(told, hidden) },
    named: new Map(told.map(({ id, affects = [], fix = [] }) => [id, { affects, fix }])),
    origins: new Map(told.flatMap(({ id, origin }) => (origin === undefined ? [] : [[id, origin] as const]))),
    versions: releases.map(([id, name, releaseDate]) => ({ ...version, id, name, releaseDate, released: releaseDate !== null })),
    ...{ sightings: [], steps: [], since: new Date(Date.parse(now) - 730 * day).toISOString() },
    ...rest,
  };
}

/** So many defects alike. */
export function times(count: number, told: Told): Told[] {
  return Array.from({ length: count }, (_, n) => ({ ...told, id: `${told.id}${n}` }));
}

export function deployed(date: string, parts: Partial<DeploymentStep> = {}): DeploymentStep {
  return {
    ...{ id: `d-${date}-${parts.environment ?? ''}`, step: 'finish', at: `${date}T10:00:00.000Z`, service: 'shop' },
    ...{ environment: 'production', version: null, build: date, commit: null, outcome: 'successful', exposure: 100 },
    ...{ from: null, incident: null },
    ...parts,
  };
}
