import type { MedianTime, Reference } from '../../src/analytics';
import type { Analysis } from './analysis';
import { summaries } from './lead-times';
import { dayText, momentText } from './moments';
import { jsonLine } from '../plain-text';

const enough = 65_536;
const minute = 60_000;
const minutes = (milliseconds: number | null) => (milliseconds === null ? null : Math.floor(milliseconds / minute));

/** Everything as one JSON document, in pieces: that of a large export is larger than a string may be. docs/metrics.md describes it. */
export function* jsonPieces(analysis: Analysis, severityField: string): Generator<string> {
  const { at, issues } = analysis;
  yield `{"at":${quoted(momentText(at))},"severityField":${quoted(severityField)},"notes":${jsonLine(issues.notes)},${workingHours(analysis)}"issues":[`;
  yield* gathered(issueTexts(analysis));
  yield `],"leadTime":${jsonLine(summaries(analysis))},"statusTime":${jsonLine(statusTime(analysis))}`;
  yield `,"flow":{"days":${jsonLine(daysOf(analysis.flow.firstDay, analysis.flow.days))}`;
  yield `,"statuses":${jsonLine(analysis.bands.names)},"counts":[`;
  yield* gathered(countTexts(analysis));
  yield `]},"aging":{"references":${jsonLine(analysis.aging.references.map((each, group) => reference(each, issues.severities[group] ?? null)))}`;
  yield `,"exposureDays":${Math.round(analysis.aging.exposureDays * 100) / 100},"open":[`;
  yield* gathered(openTexts(analysis));
  yield `]},"repair":${jsonLine(analysis.repair.map((each, group) => repair(each, issues.severities[group] ?? null)))}`;
  yield `,"backlog":${jsonLine(backlogOf(analysis))}}\n`;
}

/** By which hours working time counts; nothing where nobody asked. */
function workingHours({ working }: Analysis): string {
  if (working === null) return '';
  const { zone, hours } = working.calendar;
  return `"workingHours":${jsonLine({ zone, hours })},`;
}

/** A text as JSON, in which no build server finds an order. */
function quoted(text: string | null): string {
  const json = JSON.stringify(text);
  return json.includes('##') ? json.replaceAll('##', '#\\u0023') : json;
}

/** Joins texts with commas, into pieces of some size. */
function* gathered(texts: Iterable<string>): Generator<string> {
  let piece = '';
  let first = true;
  for (const text of texts) {
    piece += first ? text : `,${text}`;
    first = false;
    if (piece.length < enough) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function* issueTexts({ at, issues, spans, bands, leadTimes, working }: Analysis): Generator<string> {
  const begins = issues.columns.statuses.map(
    ({ name }, status) => `{"status":${quoted(name ?? bands.names[bands.bandOf[status] ?? 0] ?? null)},"from":"`,
  );
  for (const [issue, key] of issues.keys.entries()) {
    const ofWork = working === null ? '' : `"leadTimeWorkingMinutes":${wholeOrNull(working.leadTimes[issue])},`;
    let text = `{"key":${quoted(key)},"leadTimeMinutes":${wholeOrNull(leadTimes[issue])},${ofWork}"statusSpans":[`;
    const first = spans.offsets[issue] ?? 0;
    const end = spans.offsets[issue + 1] ?? 0;
    let from = momentText(spans.from[first] ?? at);
    for (let span = first; span < end; span += 1) {
      text += `${span === first ? '' : ','}${begins[spans.values[span] ?? 0] ?? ''}${from}`;
      const next = span + 1 < end ? (spans.from[span + 1] ?? Infinity) : Infinity;
      if (next > at) {
        text += '","to":null}';
        break;
      }
      from = momentText(next);
      text += `","to":"${from}"}`;
    }
    yield `${text}]}`;
  }
}

function wholeOrNull(minutes: number = NaN): string {
  return Number.isNaN(minutes) ? 'null' : String(minutes);
}

function* countTexts({ flow: { days, bands, counts } }: Analysis): Generator<string> {
  for (let day = 0; day < days; day += 1) yield `[${counts.subarray(day * bands, (day + 1) * bands).join(',')}]`;
}

function* openTexts({ aging, issues, spans, bands, at }: Analysis): Generator<string> {
  for (const [n, issue] of aging.open.entries()) {
    const rank = aging.rank[n] ?? NaN;
    yield jsonLine({
      ...{ key: issues.keys[issue], severity: issues.severities[issues.severity[issue] ?? 0] ?? null },
      ...{ status: statusAt({ spans, bands, issues }, issue, at) },
      ...{ ageMinutes: minutes(aging.age[n] ?? 0), statusAgeMinutes: minutes(aging.ageInStatus[n] ?? 0) },
      rank: Number.isNaN(rank) ? null : rank,
    });
  }
}

/** The name of the status that an issue had at a moment. */
export function statusAt(
  { spans, bands, issues }: Pick<Analysis, 'spans' | 'bands' | 'issues'>,
  issue: number,
  at: number,
): string | null {
  const first = spans.offsets[issue] ?? 0;
  let span = (spans.offsets[issue + 1] ?? 0) - 1;
  while (span > first && (spans.from[span] ?? 0) > at) span -= 1;
  const status = spans.values[span] ?? 0;
  return issues.columns.statuses[status]?.name ?? bands.names[bands.bandOf[status] ?? 0] ?? null;
}

const reference = ({ p50, p85, p95, restsOn }: Reference, severity: string | null) => ({
  ...{ severity, p50Minutes: minutes(p50), p85Minutes: minutes(p85), p95Minutes: minutes(p95), restsOn },
});

const repair = ({ median, lower, upper, ended, censored }: MedianTime, severity: string | null) => ({
  ...{ severity, n: ended + censored, resolved: ended, open: censored },
  ...{ medianMinutes: minutes(median), lowerMinutes: minutes(lower), upperMinutes: minutes(upper) },
});

function statusTime({ statusTime: { milliseconds, entered, left }, working, issues, bands }: Analysis) {
  const place = (status: number) => bands.bandOf[status] ?? 0;
  return [...issues.columns.statuses.entries()]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([status, { id, name }]) => ({
      ...{ status: name ?? bands.names[bands.bandOf[status] ?? 0] ?? null, id, minutes: minutes(milliseconds[status] ?? 0) },
      ...(working === null ? {} : { workingMinutes: minutes(working.statusTime.milliseconds[status] ?? 0) }),
      ...{ entered: entered[status] ?? 0, left: left[status] ?? 0 },
    }))
    .filter((each) => each.entered > 0);
}

const daysOf = (first: number, count: number) => Array.from({ length: count }, (_, n) => dayText(first + n));

const backlogOf = ({ backlog: { firstDay, arrived, resolved, open } }: Analysis) => ({
  ...{ days: daysOf(firstDay, open.length), arrived: [...arrived], resolved: [...resolved], open: [...open] },
});
