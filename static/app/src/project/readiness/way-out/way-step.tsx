import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import type { ReactElement } from 'react';
import type { WayStep } from '../../../../../../src/contracts/way-out';
import { IssueLink } from '../../../shared/jira-link';
import { SeverityMark } from '../../../shared/severity-mark';
import { allDeferrals } from '../../route';
import { RouteLink } from '../../routing';
import { hoursWords, stepWords } from './way-words';

interface Props {
  readonly step: WayStep;
  readonly versionId: string;
  readonly defer: (defect: { readonly id: string; readonly key: string }) => void;
  /** Looks for a way that leaves this defect as it is. */
  readonly leave: (defect: { readonly id: string; readonly key: string }) => void;
}

/** One thing to do: what, to which defect, how long it is expected to take, and where it begins. */
export function WayStepRow({ step, versionId, defer, leave }: Props): ReactElement {
  const { act, defect, condition, hours } = step;
  const canLeave = defect !== null && (act === 'close' || act === 'defer');
  return (
    <li className="way-step" data-act={act}>
      <span className="way-act">{stepWords(step)}</span>
      <span className="way-what">
        {defect === null ? (
          <span>{condition}</span>
        ) : (
          <>
            <IssueLink issueKey={defect.key} />
            <SeverityMark severity={defect.severity} short />
            <span className="to-close-summary" title={defect.summary}>
              {defect.summary}
            </span>
          </>
        )}
      </span>
      {(hours !== null || told.has(act)) && (
        <span className="way-hours subtle">{hours === null ? 'no history' : hoursWords(hours)}</span>
      )}
      <span className="way-start">
        <Start step={step} versionId={versionId} defer={defer} />
        {canLeave && (
          <IconButton
            icon={CrossIcon}
            label={`Another way, which leaves ${defect.key} as it is`}
            appearance="subtle"
            spacing="compact"
            isTooltipDisabled={false}
            onClick={() => leave(defect)}
          />
        )}
      </span>
    </li>
  );
}

/** Acts of which a history is looked for: where it does not tell, the step says so. */
const told: ReadonlySet<WayStep['act']> = new Set(['close', 'defer', 'verify', 'confirm', 'approve-analysis', 'lift']);

const sections: Partial<Record<WayStep['act'], { readonly section: string; readonly label: string }>> = {
  confirm: { section: 'checks', label: 'Go to the checklist' },
  lift: { section: 'control', label: 'Go to the hold' },
};

/** Where the step begins, unless that is the issue itself. */
function Start({ step, versionId, defer }: Pick<Props, 'step' | 'versionId' | 'defer'>): ReactElement | null {
  const { act, defect, waiting } = step;
  if ((act === 'defer' && waiting) || act === 'decide-deferral')
    return <RouteLink to={{ screen: 'deferrals', filters: allDeferrals }}>Go to deferrals</RouteLink>;
  if (act === 'defer' && defect !== null)
    return (
      <button
        type="button"
        className="link-button"
        aria-label={`Ask for it: the deferral of ${defect.key}`}
        onClick={() => defer(defect)}
      >
        Ask for it
      </button>
    );
  if (act === 'approve-analysis')
    return <RouteLink to={{ screen: 'analysis', versionId, which: 'before' }}>Open the analysis</RouteLink>;
  const place = sections[act];
  if (place === undefined) return null;
  return (
    <button type="button" className="link-button" onClick={() => showSection(place.section)}>
      {place.label}
    </button>
  );
}

/** Brings a section of the screen into view, with the focus on its heading. */
function showSection(name: string): void {
  const heading = document.querySelector<HTMLElement>(`[data-section="${name}"] h2`);
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
}
