import type { ReactElement } from 'react';
import { severityNames, type Severity } from './severity-names';
import { standsAlone } from './stands-alone';

interface Props {
  readonly severity: Severity | null;
  /** Leaves out what people call it; a page of its own does so, as its severities may be called otherwise. */
  readonly short?: boolean;
}

/** A severity in words with its colour of the trend; a missing one says how it counts. */
export function SeverityMark({ severity, short = false }: Props): ReactElement {
  return (
    <span className="severity">
      <span className={`swatch swatch-${severity ?? 'none'}`} aria-hidden="true" />
      {severityWords(severity, short || standsAlone)}
    </span>
  );
}

function severityWords(severity: Severity | null, short: boolean): string {
  if (severity === null) return short ? 'not set' : 'Not set, counts as S1';
  return short ? severity : `${severity} ${severityNames[severity]}`;
}
