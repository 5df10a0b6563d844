import type { Analysis } from './analysis';
import { statusAt } from './json';
import { summaries } from './lead-times';
import type { LeadTimeSummary } from './lead-times';
import { momentText } from './moments';
import { plain } from '../plain-text';

const minute = 60_000;
const [hourMinutes, dayMinutes] = [60, 1_440];
const mostStatuses = 12;
const mostSeverities = 8;
const mostOpen = 5;
const mostNotes = 8;
const weeks = 12;
const bars = [...'▁▂▃▄▅▆▇█'];

/** The report that people read; --json has every number. At most some 60 lines of 100 characters. */
export function reportText(analysis: Analysis, title: string): string {
  const { issues, at, aging, backlog } = analysis;
  const n = issues.keys.length;
  const open = aging.open.length;
  const when = momentText(at).slice(0, 16).replace('T', ' ');
  const parts = [
    [`${title}: ${counted(n, 'issue')} at ${when} UTC, ${n - open} resolved and ${open} open`],
    leadTimePart(analysis),
    repairPart(analysis),
    statusPart(analysis),
    openPart(analysis),
    backlogPart(backlog.arrived, backlog.resolved, backlog.open),
    notesPart(issues.notes),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

function leadTimePart(analysis: Analysis): string[] {
  const { all, bySeverity } = summaries(analysis);
  if (all.n === 0) return ['Lead time: nothing is resolved yet.'];
  const row = (name: string, { n, p50Minutes, p85Minutes, p95Minutes }: Omit<LeadTimeSummary, 'severity'>) => [
    ...[name, String(n), duration(p50Minutes), duration(p85Minutes), duration(p95Minutes)],
  ];
  const rows = bySeverity.slice(0, mostSeverities).map((each) => row(severityName(each.severity), each));
  return table(
    ['Lead time, created to resolved', 'resolved', 'half within', '85 % within', '95 % within'],
    [...rows, ...(bySeverity.length > 1 ? [row('all', all)] : [])],
  );
}

function repairPart({ repair, issues }: Analysis): string[] {
  const rows = repair
    .slice(0, mostSeverities)
    .map(({ median, lower, upper, ended, censored }, group) => [
      severityName(issues.severities[group] ?? null),
      `${ended} of ${ended + censored}`,
      duration(minutesOf(median)),
      median === null ? '' : `${duration(minutesOf(lower))} to ${upper === null ? 'not known' : duration(minutesOf(upper))}`,
    ]);
  return table(['Time to repair, open ones included', 'resolved', 'median', '95 % interval'], rows);
}

function statusPart({ bands, statusTime: { milliseconds, entered }, working }: Analysis): string[] {
  const sums = bands.names.map((name, band) => ({ name, band, time: 0, worked: 0, stays: 0 }));
  for (const [status, band] of bands.bandOf.entries()) {
    const sum = sums[band];
    if (sum === undefined) continue;
    sum.time += milliseconds[status] ?? 0;
    sum.worked += working?.statusTime.milliseconds[status] ?? 0;
    sum.stays += entered[status] ?? 0;
  }
  const met = sums.filter(({ stays }) => stays > 0);
  const shown = [...met].sort((a, b) => b.time - a.time).slice(0, mostStatuses);
  const rows = met
    .filter((each) => shown.includes(each))
    .map(({ name, time, worked, stays }) => [
      plain(name, 40),
      String(stays),
      duration(Math.floor(time / minute / stays)),
      duration(Math.floor(time / minute)),
      ...(working === null ? [] : [workingWords(worked / stays), workingWords(worked)]),
    ]);
  const more = met.length - shown.length;
  return [
    ...table(['Time in status', 'stays', 'average so far', 'together', ...(working === null ? [] : workingHead)], rows),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

const workingHead = ['working, average', 'working, together'];

/** In hours: a working day has no length that all agree on. */
function workingWords(milliseconds: number): string {
  return `${(Math.round(milliseconds / (6 * minute)) / 10).toLocaleString('en')} h`;
}

function openPart(analysis: Analysis): string[] {
  const { aging, issues, at } = analysis;
  const rows = Array.from(aging.open.subarray(0, mostOpen), (issue, n) => {
    const rank = aging.rank[n] ?? NaN;
    return [
      plain(issues.keys[issue] ?? '', 24),
      severityName(issues.severities[issues.severity[issue] ?? 0] ?? null),
      plain(statusAt(analysis, issue, at) ?? '', 30),
      duration(minutesOf(aging.age[n] ?? 0)),
      Number.isNaN(rank) ? '' : `${Math.floor(rank * 100)} % of those resolved`,
    ];
  });
  return rows.length === 0 ? [] : table(['Oldest open', 'severity', 'status', 'age', 'took no longer'], rows, 3);
}

/** Weeks of seven days that end with the last day. */
function backlogPart(arrived: Uint32Array, resolved: Uint32Array, open: Uint32Array): string[] {
  const days = open.length;
  const count = Math.min(weeks, Math.ceil(days / 7));
  const ofWeek = (week: number) => Math.max(0, days - 7 * (count - week));
  const sum = (column: Uint32Array) =>
    Array.from({ length: count }, (_, week) =>
      column.subarray(ofWeek(week), days - 7 * (count - week - 1)).reduce((all, each) => all + each, 0),
    );
  const last = Array.from({ length: count }, (_, week) => open[days - 7 * (count - week - 1) - 1] ?? 0);
  const line = (name: string, values: readonly number[], tail: string) => [name, sparkline(values), tail];
  const [came, went] = [sum(arrived), sum(resolved)];
  const total = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);
  return table(
    [count === 1 ? 'Backlog, the last week' : `Backlog, the last ${count} weeks`, '', ''],
    [
      line('arrived', came, String(total(came))),
      line('resolved', went, String(total(went))),
      line('open', last, `${last.at(-1) ?? 0} now`),
    ],
  );
}

function sparkline(values: readonly number[]): string {
  const most = Math.max(1, ...values);
  return values.map((value) => bars[Math.round((value / most) * (bars.length - 1))] ?? '').join('');
}

function notesPart(notes: readonly string[]): string[] {
  if (notes.length === 0) return [];
  const more = notes.length - mostNotes;
  return [
    'Mind',
    ...notes.slice(0, mostNotes).map((note) => `  ${plain(note, 200)}`),
    ...(more > 0 ? [`  and ${more} more, see --json`] : []),
  ];
}

/** The first columns to the left, the others to the right; the first row is the heading. */
function table(head: readonly string[], rows: readonly (readonly string[])[], left = 1): string[] {
  const widths = head.map((name, column) =>
    Math.max(wide(name), ...rows.map((row) => wide(row[column] ?? '') + (column === 0 ? 2 : 0))),
  );
  const line = (row: readonly string[], indent: string) =>
    row
      .map((cell, column) => {
        const text = column === 0 ? indent + cell : cell;
        const gap = ' '.repeat(Math.max(0, (widths[column] ?? 0) - wide(text)));
        return column < left ? text + gap : gap + text;
      })
      .join('  ')
      .trimEnd();
  return [line(head, ''), ...rows.map((row) => line(row, '  '))];
}

/** Columns of a terminal: Chinese, Japanese and Korean characters take two. */
const wide = (text: string) =>
  [...text].reduce(
    (width, character) =>
      width + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
const severityName = (severity: string | null) => (severity === null ? 'no severity' : plain(severity, 24));
const minutesOf = (milliseconds: number | null) => (milliseconds === null ? null : Math.floor(milliseconds / minute));

/** In the two largest units that say something. */
function duration(minutes: number | null): string {
  if (minutes === null) return 'not known';
  const [days, hours] = [Math.floor(minutes / dayMinutes), Math.floor((minutes % dayMinutes) / hourMinutes)];
  if (days >= 100) return `${days} d`;
  if (days > 0) return hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  if (hours > 0) return minutes % hourMinutes === 0 ? `${hours} h` : `${hours} h ${minutes % hourMinutes} min`;
  return `${minutes} min`;
}
