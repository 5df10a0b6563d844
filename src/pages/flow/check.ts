import { flow } from '../../analytics';
import type { FlowView } from '../../contracts/flow';
import { day } from '../../kernel/instant';
import type { ProjectHistory } from '../charts/visible-history';
import type { GroupedStatuses } from './status-groups';

/**
 * Holds what the histories come to against what is known without them: on every day all bands together against the defects that had
 * been created by then, and on the last day each band against the defects whose present status it is.
 * @param at milliseconds since 1970 @param firstDay days since 1970
 */
export function checkFlow(history: ProjectHistory, grouped: GroupedStatuses, at: number, firstDay: number): FlowView['check'] {
  const { groups, spans, placeOf } = grouped;
  const { counts, days } = flow(
    spans,
    Uint16Array.from(groups, (_, place) => place),
    groups.length,
    at,
    firstDay,
  );
  const births = Float64Array.from(history.created).sort();
  let [born, wrongDays] = [0, 0];
  for (let place = 0; place < days; place += 1) {
    const end = Math.min(at, (firstDay + place + 1) * day - 1);
    while (born < births.length && (births[born] ?? Infinity) <= end) born += 1;
    let all = 0;
    for (let band = 0; band < groups.length; band += 1) all += counts[place * groups.length + band] ?? 0;
    if (all !== born) wrongDays += 1;
  }
  return {
    wrongDays,
    differing: differing(history, grouped, counts.subarray((days - 1) * groups.length), placeOf),
    defects: history.rows.length,
  };
}

function differing(
  { rows }: ProjectHistory,
  { groups }: GroupedStatuses,
  counted: Int32Array,
  placeOf: GroupedStatuses['placeOf'],
): FlowView['check']['differing'] {
  const now = new Map<string, number>(groups.map(({ name }) => [name, 0]));
  const then = new Map<string, number>();
  for (const { statusId, status } of rows) {
    const name = groups[placeOf(statusId) ?? -1]?.name ?? status;
    now.set(name, (now.get(name) ?? 0) + 1);
  }
  groups.forEach(({ name }, place) => then.set(name, (then.get(name) ?? 0) + (counted[place] ?? 0)));
  return [...now].flatMap(([name, count]) => {
    const was = then.get(name) ?? 0;
    return was === count ? [] : [{ name, counted: was, now: count }];
  });
}
