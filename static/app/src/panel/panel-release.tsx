import type { MouseEvent, ReactElement } from 'react';
import type { StageSummary } from '../../../../src/contracts/screen';
import { goToProjectPage } from '../bridge/jira-pages';
import { VerdictLozenge } from '../shared/verdict-lozenge';
import { VerdictSentence } from '../shared/verdict-sentence';

interface Props {
  readonly projectKey: string;
  readonly version: { readonly id: string; readonly name: string };
  /** With the reasons why this defect holds the stage; without, the verdict's sentence is shown. */
  readonly stages: readonly (StageSummary & { readonly because?: readonly string[] })[];
}

/** One release of the issue with its verdict per stage. */
export function PanelRelease({ projectKey, version, stages }: Props): ReactElement {
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    goToProjectPage(projectKey, `readiness/${version.id}`);
  };
  return (
    <section className="panel-release" data-version={version.name}>
      <h2>
        <a href="#readiness" onClick={open}>
          {version.name}
        </a>
      </h2>
      <ul>
        {stages.map((stage) => (
          <li key={stage.stage.key} data-stage={stage.stage.key}>
            <div className="panel-stage">
              <h3>{stage.stage.name}</h3>
              <VerdictLozenge stage={stage} />
            </div>
            {stage.because === undefined ? (
              <VerdictSentence stage={stage} />
            ) : (
              <Because reasons={stage.because} held={stage.state === 'held'} />
            )}
          </li>
        ))}
        {stages.length === 0 && <li className="subtle">No stage has a gate.</li>}
      </ul>
    </section>
  );
}

function Because({ reasons, held }: { reasons: readonly string[]; held: boolean }): ReactElement | null {
  if (reasons.length === 0) return held ? <p className="subtle">Not because of this defect.</p> : null;
  return (
    <ul className="because" aria-label="Because of this defect">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
