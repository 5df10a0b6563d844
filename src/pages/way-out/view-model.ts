import type { Way, WayStep } from '../../contracts/way-out';
import type { StoredDefect } from '../../defects/shell';
import type { WayOut } from '../../gates';
import type { StoredVerdict } from '../../gates/shell';

export interface WayFacts {
  readonly way: WayOut;
  readonly verdict: StoredVerdict;
  /** Defects of the release that the viewer may see, open or not, by id. */
  readonly defects: ReadonlyMap<string, StoredDefect>;
  /** Ids of defects whose deferral waits for an approver. */
  readonly waiting: ReadonlySet<string>;
  readonly restsOn: Way['restsOn'];
}

/** What the viewer may see stands with its key; what not is counted, without its hours. */
export function wayView({ way, verdict, defects, waiting, restsOn }: WayFacts): Way {
  const titles = new Map(verdict.verdict.conditions.map(({ id, title }) => [id, title]));
  const seen = way.steps.filter(({ defectId }) => defectId === null || defects.has(defectId));
  return {
    kind: 'way',
    steps: seen.map(({ act, defectId, conditionId, hours }): WayStep => {
      const defect = defectId === null ? undefined : defects.get(defectId);
      return {
        act,
        defect: defect === undefined ? null : shownDefect(defect),
        condition: conditionId === null ? '' : (titles.get(conditionId) ?? ''),
        hours: hours === null ? null : Math.round(hours * 10) / 10,
        waiting: defectId !== null && waiting.has(defectId),
      };
    }),
    hidden: way.steps.length - seen.length,
    hours: Math.round(way.hours * 10) / 10,
    untold: way.untold,
    smallest: way.smallest,
    rest: way.rest.map(({ conditionId, reason, until }) => ({ title: titles.get(conditionId) ?? '', reason, until })),
    restsOn,
  };
}

function shownDefect({ id, key, summary, severity, open }: StoredDefect): WayStep['defect'] {
  return { id, key, summary, severity, open };
}
