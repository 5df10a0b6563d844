import type { ReactElement } from 'react';
import type { ReleaseRow } from '../../../../../src/contracts/releases';
import { ProgressByCategory } from '../../shared/progress-by-category';
import { VerdictLozenge } from '../../shared/verdict-lozenge';
import { VerdictSentence } from '../../shared/verdict-sentence';
import { ReleaseDates } from '../release-dates';
import { noFilters } from '../route';
import { RouteLink } from '../routing';

interface Props {
  readonly release: ReleaseRow;
  /** Whether all of the project's defects have been read, so that counts mean something. */
  readonly counted: boolean;
}

/** One release: when, what each stage says, how far its defects are. */
export function ReleaseItem({ release: { version, stages, defects, daysLeft }, counted }: Props): ReactElement {
  const readiness = (stage: string | null) =>
    ({ screen: 'readiness', versionId: version.id, filters: { ...noFilters, stage } }) as const;
  return (
    <li className="release" data-version={version.name}>
      <div className="release-head">
        <h2>
          <RouteLink to={readiness(null)}>{version.name}</RouteLink>
        </h2>
        <ReleaseDates date={version.releaseDate} daysLeft={daysLeft} />
      </div>
      <ul className="release-stages">
        {stages.map((stage) => (
          <li key={stage.stage.key} data-stage={stage.stage.key}>
            <h3>
              <RouteLink to={readiness(stage.stage.key)}>{stage.stage.name}</RouteLink>
            </h3>
            <VerdictLozenge stage={stage} />
            <VerdictSentence stage={stage} />
          </li>
        ))}
        {stages.length === 0 && <li className="subtle">No stage has a gate. An admin adds them in Holdpoint&apos;s settings.</li>}
      </ul>
      <div className="release-progress">{counted && <ProgressByCategory counts={defects} />}</div>
    </li>
  );
}
