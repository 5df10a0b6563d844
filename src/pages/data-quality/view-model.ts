import type { DataQualityView } from '../../contracts/data-quality';
import { qualityChecks } from '../../defects';
import type { StoredProject } from '../../defects/shell';
import type { Instant } from '../../kernel/instant';
import { precisionSentence } from '../../triage';
import type { Scorecard } from '../../triage/shell';
import { storeState } from '../store-state';
import type { Tally } from './tally';
import { checkWords } from './words';

export interface QualityViewFacts {
  readonly project: StoredProject;
  readonly tally: Tally;
  readonly summaries: ReadonlyMap<string, string>;
  readonly scorecard: Scorecard;
  readonly now: Instant;
}

/** Checks that found something stand first, the one that found most at the top. */
export function dataQualityView({ project, tally, summaries, scorecard, now }: QualityViewFacts): DataQualityView {
  const checks = qualityChecks.map((id) => {
    const { worst, count, hidden } = tally.checks[id];
    const defects = worst.map((defect) => ({
      id: defect.id,
      key: defect.key,
      summary: summaries.get(defect.id) ?? '',
      note: defect.note,
    }));
    return { id, ...checkWords[id], defects, count, hidden };
  });
  return {
    now,
    project: { id: project.id, key: project.key, name: project.name },
    store: storeState(project, now),
    sentence: sentence(tally),
    checked: tally.checked,
    duplicates: duplicatesView(scorecard),
    checks: checks.sort((a, b) => b.count - a.count || b.hidden - a.hidden),
  };
}

/** Suggestions that people saw and what they said to them: whoever doubts them can see how often they hold. */
function duplicatesView({ likely, all, places }: Scorecard): DataQualityView['duplicates'] {
  if (all.shown === 0) return { sentence: 'No duplicate was suggested to anybody yet.', places: [] };
  return {
    sentence: `${precisionSentence('likely duplicates', likely)} ${precisionSentence('suggestions in all', all)}`,
    places: places.map(({ place, shown, accepted, refused }) => ({ place, shown, accepted, refused })),
  };
}

/** E.g. "41 of 612 defects have something in Jira that makes figures doubtful; 3 of 9 checks found it." */
function sentence({ checked, doubtful, checks }: Tally): string {
  const tallies = Object.values(checks);
  const hits = tallies.filter(({ count }) => count > 0).length;
  if (checked === 0) return 'There is no defect to look at yet.';
  const all = checked === 1 ? 'the one defect' : `all ${figure(checked)} defects`;
  if (doubtful === 0) {
    const elsewhere = tallies.some(({ hidden }) => hidden > 0) ? ' Of those that you may not see, some are doubtful.' : '';
    return `Figures can be relied on: the checks found nothing in ${all} that you may see.${elsewhere}`;
  }
  const some = `${figure(doubtful)} of ${checked === 1 ? 'one defect has' : `${figure(checked)} defects ${doubtful === 1 ? 'has' : 'have'}`}`;
  return `${some} something in Jira that makes figures doubtful: ${hits} of ${tallies.length} checks found it.`;
}

function figure(count: number): string {
  return count.toLocaleString('en');
}
