import { useEffect, useRef, useState } from 'react';
import type { DefectTrailView } from '../../../../../src/contracts/defect-trail';
import type { ScoreView } from '../../../../../src/contracts/score';
import { call } from '../../bridge/call';

/** What a large defect shows beside its row. */
export interface DefectParts {
  readonly score: ScoreView['score'];
  /** Null where nobody and no test has seen it. */
  readonly sightings: DefectTrailView['sightings'];
}

async function partsOf(issueId: string): Promise<DefectParts> {
  const [score, trail] = await Promise.all([call('score', { issueId }), call('defectTrail', { issueId })]);
  return { score: score.kind === 'ok' ? score.view.score : null, sightings: trail.kind === 'ok' ? trail.view.sightings : null };
}

/** Reads what defects show when they are large, each once. @param issueIds the one that is shown, and those that come next */
export function useParts(issueIds: readonly string[]): ReadonlyMap<string, DefectParts> {
  const [parts, setParts] = useState<ReadonlyMap<string, DefectParts>>(new Map());
  const asked = useRef(new Set<string>());
  const wanted = issueIds.join(' ');
  useEffect(() => {
    for (const id of wanted === '' ? [] : wanted.split(' ')) {
      if (asked.current.has(id)) continue;
      asked.current.add(id);
      void partsOf(id).then((read) => setParts((known) => new Map(known).set(id, read)));
    }
  }, [wanted]);
  return parts;
}
