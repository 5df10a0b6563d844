import type { ReactElement } from 'react';
import type { PipelinesView } from '../../../../../src/contracts/pipelines';
import type { DeploymentRow } from '../../../../../src/contracts/release-deployments';
import { ScrollRegion } from '../../shared/scroll-region';
import { ToldTime } from '../../shared/told-time';
import { useNarrow } from '../../shared/use-narrow';
import { deployedWords, environmentWords, exposureWords } from '../deployments/deployment-words';
import { ShowMore } from '../show-more';
import { ReleaseName } from './release-name';

const first = 12;

/** Services in rows, environments in columns; on a narrow screen a card a service. */
export function LiveTable({ view }: { view: PipelinesView }): ReactElement {
  const { live, releases } = view;
  const narrow = useNarrow();
  const environments = [...new Map(live.map((row) => [row.environment, row])).values()].sort(
    (a, b) => place(a, live) - place(b, live),
  );
  const services = [...new Set(live.map(({ service }) => service))];
  const at = (service: string, environment: string) =>
    live.find((row) => row.service === service && row.environment === environment);
  return (
    <ShowMore rows={services} first={first} what="services">
      {(shown) =>
        narrow ? (
          <ul className="row-cards" aria-label="What is live where">
            {shown.map((service) => (
              <li key={service}>
                <h3>{serviceName(service)}</h3>
                <dl>
                  {environments.map((environment) => {
                    const row = at(service, environment.environment);
                    return row === undefined ? null : (
                      <div key={row.id}>
                        <dt>{environmentWords(row)}</dt>
                        <dd>
                          <LiveCell row={row} releases={releases} />
                        </dd>
                      </div>
                    );
                  })}
                </dl>
              </li>
            ))}
          </ul>
        ) : (
          <ScrollRegion label="What is live where">
            <table className="plain-table row-table" aria-label="What is live where">
              <thead>
                <tr>
                  <th scope="col">Service</th>
                  {environments.map((row) => (
                    <th key={row.environment} scope="col">
                      {environmentWords(row)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((service) => (
                  <tr key={service}>
                    <th scope="row">{serviceName(service)}</th>
                    {environments.map(({ environment }) => {
                      const row = at(service, environment);
                      return (
                        <td key={environment}>
                          {row === undefined ? (
                            <span className="subtle">Nothing</span>
                          ) : (
                            <LiveCell row={row} releases={releases} />
                          )}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        )
      }
    </ShowMore>
  );
}

/** Rows come in the order of stages; the first of an environment says where it stands. */
function place({ environment }: DeploymentRow, live: readonly DeploymentRow[]): number {
  return live.findIndex((row) => row.environment === environment);
}

function serviceName(service: string): string {
  return service === 'default' ? 'All' : service;
}

function LiveCell({ row, releases }: { row: DeploymentRow; releases: PipelinesView['releases'] }): ReactElement {
  const { version, build, at, exposure, restores } = row;
  return (
    <div className="cell-lines" data-live={`${row.service} ${row.environment}`}>
      <strong>{version === null ? deployedWords(row) : <ReleaseName name={version} releases={releases} />}</strong>
      {version !== null && build !== null && <span className="small">Build {build}</span>}
      <span className="small subtle">
        Since <ToldTime at={at} />
        {restores !== null && `, put back${restores.from === null ? '' : ` in place of ${restores.from}`}`}
      </span>
      {exposure !== 'untold' && <span className="small">{exposureWords(exposure)}</span>}
    </div>
  );
}
