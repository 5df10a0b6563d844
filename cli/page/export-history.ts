import { visibleHistory } from '../../src/pages/charts/visible-history';
import type { ProjectHistory } from '../../src/pages/charts/visible-history';
import type { PageData } from './page-data';
import { severityKey } from './severities';

/** Whoever reads the page has the whole export. */
const everything = { mayBrowse: true, levels: [], may: { overrideGates: false, liftHolds: false, approveDeferrals: false } };

/** An export as the view models of the app read a project: its issues have the ids 1, 2, … in the order of the export. */
export function exportHistory(data: PageData): ProjectHistory {
  const { keys, created, spanCounts, spanAfter, statuses } = data;
  const offsets = new Uint32Array(keys.length + 1);
  spanCounts.forEach((count, n) => (offsets[n + 1] = (offsets[n] ?? 0) + count));
  const from = new Float64Array(spanAfter.length);
  keys.forEach((_, n) => {
    let at = created[n] ?? 0;
    for (let span = offsets[n] ?? 0; span < (offsets[n + 1] ?? 0); span += 1) {
      at += spanAfter[span] ?? 0;
      from[span] = at;
    }
  });
  const ids = keys.map((_, n) => String(n + 1));
  const severities = severityKey(data).of;
  const severityOf = (n: number) => severities[data.severity[n] ?? 0] ?? null;
  const rows = keys.map((key, n) => {
    const place = data.spanStatus[(offsets[n + 1] ?? 0) - 1] ?? 0;
    const { name = '', category = 'indeterminate' } = statuses[place] ?? {};
    const after = data.resolvedAfter[n] ?? -1;
    const born = created[n] ?? 0;
    return {
      ...{ id: ids[n] ?? '', key, statusId: String(place), status: name, category, open: category !== 'done' },
      ...{ severity: severityOf(n), detectedIn: null, securityLevel: null },
      assignee: personId(data.assignee[n] ?? -1),
      createdAt: new Date(born).toISOString(),
      resolvedAt: after < 0 ? null : new Date(born + after).toISOString(),
    };
  });
  const columns = {
    ...{ ids, levels: keys.map(() => null) },
    status: { dictionary: statuses.map((_, place) => String(place)), offsets, values: Uint16Array.from(data.spanStatus), from },
    severity: {
      dictionary: severities,
      offsets: Uint32Array.from({ length: keys.length + 1 }, (_, n) => n),
      values: Uint16Array.from(data.severity),
      from: Float64Array.from(created),
    },
  };
  const known = new Map(statuses.map(({ name, category }, place) => [String(place), { id: String(place), name, category }]));
  return visibleHistory({ rows, columns, statuses: known }, everything);
}

/** Stands for a person as an account id does in Jira; the page itself knows the names. */
function personId(place: number): string | null {
  return place < 0 ? null : String(place);
}
