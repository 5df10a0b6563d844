import type { AnalysisView } from '../../contracts/analyses';
import type { StoredProject, StoredVersion } from '../../defects/shell';
import type { Analysis, KnownEscapes } from '../../governance';
import { dayWords } from '../../kernel/day-words';
import type { Instant } from '../../kernel/instant';

export interface AnalysisFacts {
  readonly project: Pick<StoredProject, 'id' | 'key' | 'name'>;
  readonly version: StoredVersion;
  /** Null where nobody has begun. */
  readonly analysis: Analysis | null;
  /** Of the escapes, now. */
  readonly known: KnownEscapes | null;
  /** Account ids by pseudonym; a person who was erased is missing. */
  readonly people: ReadonlyMap<string, string>;
  /** Pseudonym of the viewer; null where nobody has met the person yet. */
  readonly viewer: string | null;
  readonly mayEdit: boolean;
  readonly mayDecide: boolean;
  readonly now: Instant;
}

/** The analysis as its screen shows it. */
export function analysisView(facts: AnalysisFacts): AnalysisView {
  const { project, version, analysis, known, people, now } = facts;
  const { id, name, releaseDate } = version;
  const accountOf = (pseudonym: string): string | null => people.get(pseudonym) ?? null;
  const state = analysis?.state ?? 'none';
  return {
    now,
    project: { id: project.id, key: project.key, name: project.name },
    release: { id, name, releaseDate },
    state,
    sentence: sentenceOf(facts),
    revision: analysis?.revision ?? 0,
    content: {
      causes: (analysis?.content.causes ?? []).map(({ levels }) => ({ levels: levels.map((level) => ({ ...level })) })),
      actions: (analysis?.content.actions ?? []).map((action) => ({ ...action, owner: accountOf(action.owner) ?? '' })),
    },
    authors: (analysis?.authors ?? []).map(accountOf),
    events: (analysis?.events ?? []).map((event) => ({ ...event, who: accountOf(event.who) })),
    known,
    may: { write: mayWrite(facts), decide: decides(facts) },
  };
}

function mayWrite({ version, analysis, mayEdit }: AnalysisFacts): boolean {
  return version.released && mayEdit && analysis?.state !== 'submitted' && analysis?.state !== 'approved';
}

/** Nobody decides on what they wrote. */
function decides({ analysis, mayDecide, viewer }: AnalysisFacts): boolean {
  return mayDecide && analysis?.state === 'submitted' && (viewer === null || !analysis.authors.includes(viewer));
}

function sentenceOf({ version, analysis, known }: AnalysisFacts): string {
  const { name } = version;
  if (!version.released) return `${name} is not out yet, so nothing can have escaped from it.`;
  const rate = known === null ? '' : ` ${known.escaped} of ${known.found} defects escaped from it, as far as is known now.`;
  const last = analysis?.events.at(-1);
  const on = last === undefined ? '' : ` on ${dayWords(last.at)}`;
  switch (analysis?.state) {
    case undefined:
      return `Nobody has begun to analyse what escaped from ${name}.${rate}`;
    case 'draft':
      return `The analysis of what escaped from ${name} is a draft.${rate}`;
    case 'submitted':
      return `The analysis of what escaped from ${name} was submitted${on} and waits for approval.${rate}`;
    case 'returned':
      return `The analysis of what escaped from ${name} was returned to its authors${on}.${rate}`;
    case 'approved':
      return `The analysis of what escaped from ${name} was approved${on}.${rate}`;
  }
}
