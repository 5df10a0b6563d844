import type { ScopeIssue } from '../../analytics';
import { officeHours } from '../../governance';
import { aStoredDefect, now, version } from '../screen.fixture';
import type { ScopeSources } from './model';
import type { FoundWork, ScopeReading } from './reading';

/** A story of priority Medium that nobody has begun, as Jira's search shows it. */
export function aFeature(id: string, parts: Partial<Pick<FoundWork, 'points' | 'hours'>> = {}, priority = '3'): FoundWork {
  return {
    ...{ id, kind: 'feature', points: null, hours: null },
    ...parts,
    issue: {
      ...{ id, key: `SHOP-${id}` },
      fields: {
        ...{ summary: 'Wish lists', issuetype: { id: '10102', name: 'Story' }, security: null, fixVersions: [{ id: '10' }] },
        ...{ status: { name: 'Open', statusCategory: { key: 'new' } }, priority: { id: priority, name: `P${priority}` } },
      },
    },
  };
}

export const found = <Item>(items: readonly Item[], isCut = false) => ({ items, isCut });
export const ids = (count: number, prefix = 'x') => found(Array.from({ length: count }, (_, n) => `${prefix}${n}`));

export function aReading(parts: Partial<ScopeReading> = {}): ScopeReading {
  return {
    ...{ types: { projectId: '1', features: ['10102'], defects: ['10101'] }, priorities: ['1', '2', '3', '4', '5'] },
    ...{ features: found([]), doneFeatures: ids(0), finished: ids(64), earlier: ids(0), left: new Set<string>(), sized: null },
    ...parts,
  };
}

/** Ten working days before the release on 12 November; one issue was finished on each of the last 64. */
export function scopeSources(parts: Partial<ScopeSources> = {}): ScopeSources {
  return {
    ...{ version, earlier: [], defects: [aStoredDefect()], scores: new Map(), reading: aReading(), wanted: 'auto', share: 0.2 },
    ...{ calendar: officeHours('UTC'), now },
    ...parts,
  };
}

export const idsOf = (issues: readonly Pick<ScopeIssue, 'id'>[]) => issues.map(({ id }) => id);
