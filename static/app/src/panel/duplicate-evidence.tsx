import type { ReactElement } from 'react';
import type { DuplicateSuggestion } from '../../../../src/contracts/duplicates';

/** What speaks for a candidate. */
export function DuplicateEvidence({ suggestion }: { suggestion: DuplicateSuggestion }): ReactElement | null {
  const { words, frames, environments, sameFailure, sameComponent } = suggestion;
  const lines = [
    ...(sameFailure ? ['Filed for the same failure of tests.'] : []),
    ...(words.length > 0 ? [`Both say: ${words.join(', ')}.`] : []),
    ...(environments.length > 0 ? [`Both seen in ${environments.join(', ')}.`] : []),
    ...(sameComponent ? ['In the same component.'] : []),
  ];
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
