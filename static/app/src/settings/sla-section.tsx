import type { ReactElement } from 'react';
import { severities } from '../shared/severity-names';
import { SeverityMark } from '../shared/severity-mark';
import { setTarget } from './edit-settings';
import { NumberField } from './number-field';
import type { SettingsEditor } from './use-settings';

/** By when defects should be resolved. */
export function SlaSection({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  return (
    <section aria-labelledby="sla-heading">
      <h2 id="sla-heading">Resolution targets</h2>
      <p className="subtle">
        Calendar days from the creation of a defect to its resolution. Leave a field empty where there is no target.
      </p>
      <ul className="targets">
        {severities.map((severity) => (
          <li key={severity}>
            <SeverityMark severity={severity} />
            <NumberField
              label={`Days to resolve ${severity}`}
              path={`slaTargetDays.${severity}`}
              value={draft.slaTargetDays[severity]}
              onChange={(days) => edit(setTarget(severity, Number.isNaN(days) ? null : days))}
              problems={problems}
              placeholder="none"
            />
            <span className="row-words">days</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
