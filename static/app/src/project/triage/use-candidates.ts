import { useEffect, useState } from 'react';
import type { DuplicateSuggestion } from '../../../../../src/contracts/duplicates';
import { call } from '../../bridge/call';
import { evidenceLine } from '../../panel/duplicate-words';

/** A defect that another may be a duplicate of. */
export interface Candidate {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  /** How alike they are, and its status: `Likely duplicate, In Progress`. */
  readonly standing: string;
  /** What speaks for it; empty where nothing is told. */
  readonly evidence: string;
}

function candidateOf(suggestion: DuplicateSuggestion): Candidate {
  const { id, key, summary, confidence, status, open, released } = suggestion;
  const gone = open ? '' : released.length === 0 ? ', closed' : `, closed, released in ${released.join(', ')}`;
  return { id, key, summary, standing: `${confidence}, ${status}${gone}`, evidence: evidenceLine(suggestion) };
}

/**
 * Defects that one may be a duplicate of, the most likely first; what it is linked to as a duplicate already comes before them.
 * @returns null while they are looked for, and `failed` where nothing answered
 */
export function useCandidates(issueId: string): readonly Candidate[] | 'failed' | null {
  const [found, setFound] = useState<readonly Candidate[] | 'failed' | null>(null);
  useEffect(() => {
    let gone = false;
    void call('duplicates', { issueId }).then((answer) => {
      if (gone) return;
      if (answer.kind !== 'ok') return setFound('failed');
      const { canonical, suggestions } = answer.view;
      const linked = canonical === null ? [] : [{ ...canonical, standing: 'Linked as its duplicate already', evidence: '' }];
      setFound([...linked, ...suggestions.map(candidateOf)]);
    });
    return () => {
      gone = true;
    };
  }, [issueId]);
  return found;
}
