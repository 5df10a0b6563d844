import type { ReactElement } from 'react';
import { severityNames, type Severity } from './severity-names';

/** A severity in words with its colour of the trend; a missing one says how it counts. */
export function SeverityMark({ severity }: { severity: Severity | null }): ReactElement {
  return (
    <span className="severity">
      <span className={`swatch swatch-${severity ?? 'none'}`} aria-hidden="true" />
      {severity === null ? 'Not set, counts as S1' : `${severity} ${severityNames[severity]}`}
    </span>
  );
}
