import type { ReactElement } from 'react';
import { SeverityMark } from '../../shared/severity-mark';
import { severities } from '../../shared/severity-names';
import { FoldedSection } from '../fold';
import { NumberField } from '../number-field';
import { countUnder } from '../problems-under';
import { ReasonClasses } from '../reason-classes';
import type { SettingsEditor } from '../use-settings';
import { ApproverLevels } from './approver-levels';
import { changeDeferrals, deferralsSummary } from './deferral-policy';
import './deferral-settings.css';

/** When a defect may wait for a later release, for how long, and who approves it. */
export function DeferralsSection({ editor }: { editor: SettingsEditor }): ReactElement {
  const { draft, problems, edit } = editor;
  const { deferrals } = draft;
  return (
    <FoldedSection
      id="deferrals"
      title="Deferrals"
      summary={deferralsSummary(deferrals)}
      problems={countUnder(problems, 'deferrals')}
    >
      <p className="subtle">
        A defect that is deferred does not count for its gates until the deferral ends. Nobody approves what they asked for
        themselves or what is assigned to them.
      </p>
      <h3>How long at most</h3>
      <ul className="targets" aria-label="Most days of a deferral">
        {severities.map((severity) => (
          <li key={severity}>
            <SeverityMark severity={severity} />
            <NumberField
              label={`Most days that ${severity} may wait`}
              path={`deferrals.maxDays.${severity}`}
              value={deferrals.maxDays[severity]}
              onChange={(days) => edit(changeDeferrals({ maxDays: { ...deferrals.maxDays, [severity]: days } }))}
              problems={problems}
            />
            <span className="row-words">days from the approval</span>
          </li>
        ))}
      </ul>
      <h3>Who approves</h3>
      <ApproverLevels editor={editor} />
      <h3>Reasons to choose from</h3>
      <ReasonClasses
        list="Reasons to choose from"
        path="deferrals.reasons"
        reasons={deferrals.reasons}
        placeholder="e.g. Waits for a certificate"
        onChange={(reasons) => edit(changeDeferrals({ reasons }))}
        problems={problems}
      />
      <h3>Rationale</h3>
      <p className="field-line">
        <span className="row-words">At least</span>
        <NumberField
          label="Words that a rationale needs"
          path="deferrals.leastWords"
          value={deferrals.leastWords}
          onChange={(leastWords) => edit(changeDeferrals({ leastWords }))}
          problems={problems}
        />
        <span className="row-words">different words that say something of the defect. Copies of earlier ones are refused.</span>
      </p>
    </FoldedSection>
  );
}
