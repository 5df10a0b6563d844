import type { Instant } from '../kernel/instant';
import type { Severity } from '../kernel/severity';

/** A stretch of time in which a defect was planned for a release; `to` is null while it lasts. */
export interface PlannedSpan {
  /** Id of the fix version. */
  readonly value: string | null;
  readonly from: Instant;
  readonly to: Instant | null;
}

/**
 * Slip count: how often a defect was taken out of a release and stayed planned for another one. Taken out for good, it did not slip; a
 * release that it has always been in beside others does not count.
 */
export function slipsOf(planned: readonly PlannedSpan[]): number {
  const goesOn = (span: PlannedSpan, other: PlannedSpan) =>
    other.value !== span.value && (other.to === null || (span.to !== null && other.to > span.to));
  return planned.filter((span) => span.to !== null && planned.some((other) => goesOn(span, other))).length;
}

/** What release notes say of a defect. */
export interface NotedDefect {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  /** Null counts as S1. */
  readonly severity: Severity | null;
  readonly done: boolean;
  /** It is planned for this release now. */
  readonly planned: boolean;
  readonly slips: number;
  /** Set where it is deferred, and this release was what it was planned for: the release ships with it knowingly. */
  readonly deferral: { readonly until: Instant; readonly target: string; readonly control: string | null } | null;
}

export interface ReleaseNotes {
  /** Done, and planned for this release. */
  readonly fixed: readonly NotedDefect[];
  /** Known issues: open and deferred out of this release. */
  readonly known: readonly NotedDefect[];
  /** Open and still planned for this release: what moves on when it ships without them. */
  readonly left: readonly NotedDefect[];
}

/** What a release brings, what it ships with, and what it leaves behind; the worst first, in each by key. */
export function releaseNotes(defects: readonly NotedDefect[]): ReleaseNotes {
  const sorted = [...defects].sort(worstFirst);
  return {
    fixed: sorted.filter(({ done, planned }) => done && planned),
    known: sorted.filter(({ done, deferral }) => !done && deferral !== null),
    left: sorted.filter(({ done, planned }) => !done && planned),
  };
}

function worstFirst(a: NotedDefect, b: NotedDefect): number {
  const rank = ({ severity }: NotedDefect) => severity ?? 'S1';
  if (rank(a) !== rank(b)) return rank(a) < rank(b) ? -1 : 1;
  return a.key.localeCompare(b.key, 'en', { numeric: true });
}

/** Release notes as Markdown, which wikis, chats and repositories read. @param title e.g. `Shop 4.2.0` */
export function notesText(title: string, { fixed, known }: Pick<ReleaseNotes, 'fixed' | 'known'>): string {
  const line = ({ key, summary, severity }: NotedDefect) =>
    `- ${key} ${plain(summary)}${severity === null ? '' : ` (${severity})`}`;
  const knownLine = (defect: NotedDefect) => {
    const { deferral } = defect;
    if (deferral === null) return line(defect);
    const control = deferral.control === null ? '' : ` Until then: ${plain(deferral.control)}`;
    return `${line(defect)}. To be fixed in ${plain(deferral.target)}.${control}`;
  };
  return [
    `# ${plain(title)}`,
    '',
    '## Fixed',
    '',
    ...(fixed.length === 0 ? ['Nothing.'] : fixed.map(line)),
    '',
    '## Known issues',
    '',
    ...(known.length === 0 ? ['None.'] : known.map(knownLine)),
    '',
  ].join('\n');
}

/** On one line, and without what Markdown would take for markup or for a link. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
