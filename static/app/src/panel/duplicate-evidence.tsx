import type { ReactElement } from 'react';
import type { DuplicateSuggestion } from '../../../../src/contracts/duplicates';
import { evidenceSentences } from './duplicate-words';

/** What speaks for a candidate. */
export function DuplicateEvidence({ suggestion }: { suggestion: DuplicateSuggestion }): ReactElement | null {
  const { frames } = suggestion;
  const lines = evidenceSentences(suggestion);
  if (lines.length + frames.length === 0) return null;
  return (
    <ul className="because small">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {frames.length > 0 && (
        <li>
          The same calls:{' '}
          {frames.map((frame) => (
            <code key={frame}>{frame}</code>
          ))}
        </li>
      )}
    </ul>
  );
}
