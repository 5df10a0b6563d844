import { flowDoubts, type FlowGrouping, type FlowMarker, type FlowView } from '../../../../../src/contracts/flow';
import { shownBands } from './flow-geometry';

type FlowDoubt = (typeof flowDoubts)[number];

const count = (n: number): string => n.toLocaleString('en');

export const groupingNames: Readonly<Record<FlowGrouping, string>> = {
  ...{ status: 'Status', category: 'Category', severity: 'Severity', age: 'Age' },
};

/** `1 day`, `12.5 days`. */
export function daysWords(days: number): string {
  return `${days.toLocaleString('en', { maximumFractionDigits: 1 })} ${days === 1 ? 'day' : 'days'}`;
}

export function doubtsIn(written: number): FlowDoubt[] {
  return flowDoubts.filter((_, place) => Math.floor(written / 2 ** place) % 2 === 1);
}

const because: Readonly<Record<FlowDoubt, string>> = {
  'nothing-departed': 'nothing was done in these days, so there is no pace to reckon with',
  few: 'fewer than 5 were done in these days',
  growing: 'what is open grew by more than a fifth',
  shrinking: 'what is open shrank by more than a fifth',
  unbalanced: 'what came and what went differ by more than a fifth',
  'longer-than-window': 'that is longer than the days it rests on',
  'getting-older': 'what is open only grows older: some of it is not worked on',
};

/** Why a reading is not to be relied on: one reason, or all; empty where it is. */
export function doubtWords(written: number): string {
  const reasons = doubtsIn(written).map((doubt) => because[doubt]);
  if (reasons.length === 0) return '';
  const last = reasons.at(-1) ?? '';
  return reasons.length === 1 ? last : `${reasons.slice(0, -1).join(', ')}, and ${last}`;
}

/** A day in words for a screen reader: what is open, and the band that is pointed at. */
export function dayWords(view: FlowView, place: number, band: string | null): string {
  const shown = shownBands(view, []);
  const open = shown.filter(({ kind }) => kind !== 'done').reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0);
  const pointed = shown.find(({ id }) => id === band);
  const parts = [
    ...(pointed === undefined ? [] : [`${pointed.name} ${count(pointed.counts[place] ?? 0)}`]),
    `${count(open)} open in all`,
    `${count(view.arrivals[place] ?? 0)} came`,
    `${count(view.departures[place] ?? 0)} went`,
    ...markersOn(view, place).map(markerWords),
  ];
  return parts.join(', ');
}

export function markersOn({ markers, firstDay }: Pick<FlowView, 'markers' | 'firstDay'>, place: number): FlowMarker[] {
  return markers.filter(({ day }) => day === firstDay + place);
}

export function markerWords({ kind, name, how }: FlowMarker): string {
  switch (kind) {
    case 'release':
      return `${name} released`;
    case 'planned-release':
      return `${name} planned`;
    case 'freeze':
      return `${name}: freeze planned`;
    case 'frozen':
      return `${name} frozen${how === undefined ? '' : `, ${how}`}`;
    case 'unfrozen':
      return `${name}: end of its freeze${how === undefined ? '' : `, ${how}`}`;
    case 'deployment':
      return `${name} deployed`;
  }
}

/** Whether the figures agree with each other and with Jira, and where not. */
export function checkWords({ wrongDays, differing, defects }: FlowView['check']): {
  readonly holds: boolean;
  readonly words: string;
} {
  if (wrongDays === 0 && differing.length === 0) {
    const all = defects === 1 ? 'the one defect there is' : `all ${count(defects)} defects`;
    return {
      holds: true,
      words: `On each day the bands come to the defects there were, and today's to what Jira says of ${all}.`,
    };
  }
  const days =
    wrongDays === 0
      ? []
      : [`On ${count(wrongDays)} ${wrongDays === 1 ? 'day' : 'days'} the bands do not come to the defects there were.`];
  const bands = differing.map(
    ({ name, counted, now }) => `${name}: ${count(counted)} by the history, ${count(now)} in Jira now.`,
  );
  return { holds: false, words: [...days, ...bands].join(' ') };
}

/** @param hidden defects of the project that the viewer may not see */
export function hiddenWords(hidden: number): string {
  return hidden === 1
    ? 'There is 1 more defect that Jira hides from you: no figure counts it.'
    : `There are ${count(hidden)} more defects that Jira hides from you: no figure counts them.`;
}
