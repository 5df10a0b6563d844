import type { DuplicatePlan, DuplicateSuggestion } from '../../contracts/duplicates';
import type { StoredDefect } from '../../defects/shell';
import { joinOf } from '../../triage';
import type { Candidate, DuplicateDocument, Join } from '../../triage';

/** Below that they have hardly a word in common. */
const leastScore = 0.02;
const mostShown = 5;

/** A candidate that the viewer may see, with all that is the same as it. */
export interface SeenCandidate {
  readonly candidate: Candidate;
  readonly defect: StoredDefect;
  readonly group: readonly StoredDefect[];
  /** As the viewer reads it now. */
  readonly document: DuplicateDocument;
  readonly released: readonly string[];
}

export interface SuggestionFacts {
  readonly asked: StoredDefect;
  readonly group: readonly StoredDefect[];
  readonly document: DuplicateDocument;
  /** Most likely first. */
  readonly candidates: readonly SeenCandidate[];
}

/** The few that are worth a look, one of each group, with what speaks for them. */
export function suggestionViews(facts: SuggestionFacts): DuplicateSuggestion[] {
  const shown: DuplicateSuggestion[] = [];
  const groups = new Set<string>();
  for (const seen of facts.candidates) {
    const group = [...seen.group.map(({ id }) => id), seen.defect.id].sort()[0] ?? '';
    if (seen.candidate.score < leastScore || groups.has(group) || shown.length === mostShown) continue;
    groups.add(group);
    const view = suggestionView(seen, facts);
    if (view !== null) shown.push(view);
  }
  return shown;
}

function suggestionView(seen: SeenCandidate, { asked, group, document }: SuggestionFacts): DuplicateSuggestion | null {
  const { candidate, defect, released } = seen;
  const { evidence, score, claimed } = candidate;
  const join = (reopened: boolean) => joinOf({ defect: asked, group }, { defect, group: seen.group, reopened });
  const [plan, reopened] = [join(false), defect.open ? null : join(true)];
  if (plan === null) return null;
  const terms = new Set(seen.document.words.map(({ text }) => text));
  const shared = new Set(document.words.flatMap(({ text, spelled }) => (terms.has(text) ? [spelled] : [])));
  const { id, key, summary, open, status } = defect;
  return {
    ...{ id, key, summary, open, status, released: [...released], likely: claimed, confidence: confidenceWords(score, claimed) },
    // The index knows hashes alone: only what both texts have as the viewer reads them is shown.
    words: evidence.words.filter((word) => word.length > 2 && shared.has(word)),
    frames: evidence.frames.filter((frame) => seen.document.frames.includes(frame)),
    ...{ environments: [...evidence.environments], sameFailure: evidence.sameFingerprint, sameComponent: evidence.sameComponent },
    plan: planView(plan),
    reopened: reopened === null ? null : planView(reopened),
  };
}

/** @param score how likely it is, 0 to 1 */
function confidenceWords(score: number, claimed: boolean): string {
  if (claimed) return 'Likely duplicate';
  if (score >= 0.5) return 'May be the same';
  return score >= 0.15 ? 'Alike' : 'A little alike';
}

export function planView({ canonical, duplicate }: Join<StoredDefect>): DuplicatePlan {
  const [own, other] = [canonical.severity, duplicate.severity];
  return {
    ...{ canonical: canonical.key, duplicate: duplicate.key, closes: duplicate.open },
    raise: own !== null && other !== null && other < own ? { from: own, to: other } : null,
  };
}
