import type { ReactElement } from 'react';
import type { LookBack, PastRelease } from '../../../../../src/contracts/look-back';
import { usePage } from '../../shared/page-context';
import { ScrollRegion } from '../../shared/scroll-region';
import { noFilters } from '../route';
import { RouteLink } from '../routing';
import { EscapedDefects } from './escaped-defects';
import { PastVerdict } from './past-verdict';

/** The stages that any of the releases was judged for, in their order. */
function stagesOf(releases: LookBack['releases']): PastRelease['stages'][number]['stage'][] {
  const all = releases.flatMap(({ stages }) => stages.map(({ stage }) => stage));
  return all.filter(({ key }, at) => all.findIndex((other) => other.key === key) === at);
}

/** Past releases where there is room for a table. */
export function PastReleaseTable({ releases }: Pick<LookBack, 'releases'>): ReactElement {
  const columns = stagesOf(releases);
  return (
    <ScrollRegion label="Past releases">
      <table className="plain-table past-releases">
        <thead>
          <tr>
            <th scope="col">Release</th>
            <th scope="col">Released</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">Open at release</th>
            <th scope="col">Escaped</th>
          </tr>
        </thead>
        <tbody>
          {releases.map((release) => (
            <tr key={release.version.id} data-past-version={release.version.name}>
              <th scope="row">
                <ReleaseLink release={release} />
              </th>
              <td className="past-date">
                <ReleasedOn release={release} />
              </td>
              {columns.map(({ key }) => (
                <td key={key}>
                  {release.stages
                    .filter(({ stage }) => stage.key === key)
                    .map((stage) => (
                      <PastVerdict key={key} stage={stage} />
                    ))}
                </td>
              ))}
              <td>{release.openAtRelease}</td>
              <td>
                <EscapedDefects release={release} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Past releases where there is not. */
export function PastReleaseCards({ releases }: Pick<LookBack, 'releases'>): ReactElement {
  return (
    <ul className="past-cards">
      {releases.map((release) => (
        <li key={release.version.id} data-past-version={release.version.name}>
          <h3>
            <ReleaseLink release={release} />
            <span className="subtle past-date">
              <ReleasedOn release={release} />
            </span>
          </h3>
          <dl>
            {release.stages.map((stage) => (
              <div key={stage.stage.key}>
                <dt>{stage.stage.name}</dt>
                <dd>
                  <PastVerdict stage={stage} />
                </dd>
              </div>
            ))}
            <div>
              <dt>Open at release</dt>
              <dd>{release.openAtRelease}</dd>
            </div>
            <div>
              <dt>Escaped</dt>
              <dd>
                <EscapedDefects release={release} />
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  );
}

function ReleaseLink({ release: { version } }: { release: PastRelease }): ReactElement {
  return <RouteLink to={{ screen: 'readiness', versionId: version.id, filters: noFilters }}>{version.name}</RouteLink>;
}

function ReleasedOn({ release: { version } }: { release: PastRelease }): ReactElement {
  return <time dateTime={version.releaseDate}>{usePage().format.date(version.releaseDate)}</time>;
}
