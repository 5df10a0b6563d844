import type { ReactElement } from 'react';
import type { Severity } from '../../../../src/kernel/severity';

/** What people call a severity; the list is product.md's. */
export const severityNames: Record<Severity, string> = { S1: 'blocker', S2: 'critical', S3: 'major', S4: 'minor' };

/** A severity in words with its colour of the trend; a missing one says how it counts. */
export function SeverityMark({ severity }: { severity: Severity | null }): ReactElement {
  return (
    <span className="severity">
      <span className={`swatch swatch-${severity ?? 'none'}`} aria-hidden="true" />
      {severity === null ? 'Not set, counts as S1' : `${severity} ${severityNames[severity]}`}
    </span>
  );
}
