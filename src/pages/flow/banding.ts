import { flow, flowByAge, flowBySeverity, outside } from '../../analytics';
import type { Flow } from '../../analytics';
import type { FlowBand, FlowGrouping } from '../../contracts/flow';
import { ageBands } from '../../defects';
import type { SpanColumn } from '../../defects';
import { day } from '../../kernel/instant';
import { severities, toSeverity } from '../../kernel/severity';
import type { ProjectHistory } from '../charts/visible-history';
import { categories } from './named-statuses';
import type { GroupedStatuses } from './status-groups';

/** How defects are put into bands. */
export interface Banding {
  /** From the top of the stack to its bottom. */
  readonly bands: readonly Pick<FlowBand, 'id' | 'name' | 'kind'>[];
  /** @param at milliseconds since 1970 @param firstDay days since 1970 */
  readonly counted: (at: number, firstDay: number) => Flow;
  /** The place of a defect's band at a moment; null where it is in none. @param at milliseconds since 1970 */
  readonly bandAt: (defect: number, at: number) => number | null;
}

const categoryNames = ['To do', 'In progress', 'Done'];

export function bandingBy(by: FlowGrouping, history: ProjectHistory, grouped: GroupedStatuses): Banding {
  switch (by) {
    case 'status':
      return byStatus(grouped);
    case 'category':
      return byCategory(grouped);
    case 'severity':
      return bySeverity(history, grouped);
    case 'age':
      return byAge(history, grouped);
  }
}

function byStatus({ groups, spans }: GroupedStatuses): Banding {
  const shown = groups.filter(({ counted }) => counted);
  const bandOf = Uint16Array.from(groups, (group) => (group.counted ? shown.indexOf(group) : outside));
  return {
    bands: shown.map(({ id, name, category }) => ({ id, name, kind: category })),
    counted: (at, firstDay) => flow(spans, bandOf, shown.length, at, firstDay),
    bandAt: (defect, at) => bandOfValue(bandOf, valueAt(spans, defect, at)),
  };
}

function byCategory({ groups, spans }: GroupedStatuses): Banding {
  const bandOf = Uint16Array.from(groups, ({ category, counted }) => (counted ? categories.indexOf(category) : outside));
  return {
    bands: categories.map((category, place) => ({ id: category, name: categoryNames[place] ?? category, kind: category })),
    counted: (at, firstDay) => flow(spans, bandOf, categories.length, at, firstDay),
    bandAt: (defect, at) => bandOfValue(bandOf, valueAt(spans, defect, at)),
  };
}

function bandOfValue(bandOf: Uint16Array, value: number | null): number | null {
  const band = value === null ? outside : (bandOf[value] ?? outside);
  return band === outside ? null : band;
}

/** Open defects; the worst lie at the bottom, where their height can be read, on those without a severity. */
function bySeverity({ severity }: ProjectHistory, { spans, isOpen }: GroupedStatuses): Banding {
  const mildestFirst = [...severities].reverse();
  const unset = mildestFirst.length;
  const bandOf = Uint16Array.from(severity.dictionary, (value) => {
    const known = toSeverity(value);
    return known === null ? unset : mildestFirst.indexOf(known);
  });
  return {
    bands: [
      ...mildestFirst.map((name) => ({ id: name, name, kind: 'severity' as const })),
      { id: 'none', name: 'Not set', kind: 'severity' },
    ],
    counted: (at, firstDay) =>
      flowBySeverity({ status: spans, isOpen, severity, bandOf, unset }, { at, firstDay, bands: unset + 1 }),
    bandAt: (defect, at) => {
      if (!openAt({ spans, isOpen }, defect, at)) return null;
      const value = valueAt(severity, defect, at);
      return value === null ? unset : (bandOf[value] ?? unset);
    },
  };
}

/** Open defects; the oldest lie at the bottom. */
function byAge({ created }: ProjectHistory, { spans, isOpen }: GroupedStatuses): Banding {
  const names = ageBands.map((end, place) =>
    place === 0 ? `Younger than ${end} days` : `${ageBands[place - 1]} to ${end - 1} days`,
  );
  const oldest = ageBands.length;
  return {
    bands: [...names, `${ageBands.at(-1)} days and older`].map((name, place) => ({
      id: place === oldest ? `from-${ageBands.at(-1)}` : `to-${ageBands[place]}`,
      ...{ name, kind: 'age' },
    })),
    counted: (at, firstDay) => flowByAge({ status: spans, isOpen, created }, ageBands, { at, firstDay }),
    bandAt: (defect, at) => {
      if (!openAt({ spans, isOpen }, defect, at)) return null;
      const age = at - (created[defect] ?? at);
      const place = ageBands.findIndex((end) => age < end * day);
      return place < 0 ? oldest : place;
    },
  };
}

/** The place of the value of a defect at a moment; null before its first one. */
function valueAt({ offsets, values, from }: Pick<SpanColumn, 'offsets' | 'values' | 'from'>, defect: number, at: number) {
  const first = offsets[defect] ?? 0;
  for (let span = (offsets[defect + 1] ?? 0) - 1; span >= first; span -= 1) {
    if ((from[span] ?? Infinity) <= at) return values[span] ?? null;
  }
  return null;
}

/** Whether a defect was open at a moment (milliseconds since 1970). */
export function openAt({ spans, isOpen }: Pick<GroupedStatuses, 'spans' | 'isOpen'>, defect: number, at: number): boolean {
  const value = valueAt(spans, defect, at);
  return value !== null && isOpen[value] === 1;
}

/** What is open at the end of each day. */
export function openFlow({ spans, isOpen }: GroupedStatuses, at: number, firstDay: number): Int32Array {
  const bandOf = Uint16Array.from(isOpen, (open) => (open === 1 ? 0 : outside));
  return flow(spans, bandOf, 1, at, firstDay).counts;
}
