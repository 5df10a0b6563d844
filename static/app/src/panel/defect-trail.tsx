import { useCallback, useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { DefectTrailView } from '../../../../src/contracts/defect-trail';
import { call } from '../bridge/call';
import { CopyButton } from '../shared/copy-button';
import { RelativeTime } from '../shared/moment';
import { ToldTime } from '../shared/told-time';
import { reachWords } from './trail-words';
import './trail.css';

/** What tests, users and pipelines told of the defect. It comes after the verdicts, which do not wait for it. */
export function DefectTrail({ issueId, revision }: { issueId: string; revision: string }): ReactElement | null {
  const [view, setView] = useState<DefectTrailView | null>(null);
  const read = useCallback(() => call('defectTrail', { issueId }), [issueId]);
  useEffect(() => {
    let gone = false;
    void read().then((answer) => {
      if (!gone && answer.kind === 'ok') setView(answer.view);
    });
    return () => {
      gone = true;
    };
  }, [read, revision]);
  if (view === null) return null;
  return (
    <>
      {view.sightings !== null && <Sightings sightings={view.sightings} />}
      <Failures failures={view.failures} />
      {view.commits.length > 0 && <Builds view={view} />}
    </>
  );
}

function Sightings({ sightings }: { sightings: NonNullable<DefectTrailView['sightings']> }): ReactElement {
  const { times, first, last, environments, builds, moreBuilds, latest } = sightings;
  return (
    <section className="panel-release" data-trail="sightings">
      <h2>Seen {times === 1 ? 'once' : `${times.toLocaleString('en')} times`}</h2>
      <dl className="facts">
        <Fact name="First">
          <ToldTime at={first} />
        </Fact>
        <Fact name="Last">
          <ToldTime at={last} /> (<RelativeTime at={last} />)
        </Fact>
        <Fact name="Where">
          {environments
            .map(
              ({ name, stage, times: often }) =>
                `${stage ?? name}${environments.length === 1 ? '' : ` (${often.toLocaleString('en')})`}`,
            )
            .join(', ')}
        </Fact>
        {builds.length > 0 && (
          <Fact name="Builds">
            {builds.map(({ build, times: often }) => `${build} (${often.toLocaleString('en')})`).join(', ')}
            {moreBuilds > 0 && `, and ${moreBuilds.toLocaleString('en')} more`}
          </Fact>
        )}
      </dl>
      <details>
        <summary>{latest.length === 1 ? 'The last one' : `The last ${latest.length}`}</summary>
        <ul className="trail-list small">
          {latest.map(({ at, environment, stage, build, run, times: often, flaky }) => (
            <li key={`${at} ${environment} ${run ?? ''}`}>
              <ToldTime at={at} />, {stage ?? environment}
              {run !== null && `, ${run}`}
              {build !== null && `, build ${build}`}
              {often > 1 && `, ${often.toLocaleString('en')} times`}
              {flaky > 0 && (flaky === often ? ', passed when tried again' : `, ${flaky} of them passed when tried again`)}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Failures({ failures }: Pick<DefectTrailView, 'failures'>): ReactElement | null {
  if (failures.length === 0) return null;
  return (
    <section className="panel-release" data-trail="failures">
      <h2>{failures.length === 1 ? 'The failure behind it' : 'The failures behind it'}</h2>
      <ul className="trail-list">
        {failures.map(({ fingerprint, title, because, runs, closingProposedAt }) => (
          <li key={fingerprint ?? title}>
            <p>{fingerprint === null ? `Stands for ${runs === 1 ? 'one broken run' : `${runs} broken runs`}.` : title}</p>
            {closingProposedAt !== null && (
              <p>
                <strong>Closing it was proposed</strong> <RelativeTime at={closingProposedAt} />.
              </p>
            )}
            <p className="subtle small">{because}</p>
            {fingerprint !== null && (
              <p className="inline small">
                <span>
                  Fingerprint <code>{fingerprint.slice(0, 22)}…</code>
                </span>
                <CopyButton text={fingerprint} what="the fingerprint" />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Builds({ view }: { view: DefectTrailView }): ReactElement {
  const { commits, moreCommits, builds, places } = view;
  return (
    <section className="panel-release" data-trail="builds">
      <h2>In builds and deployments</h2>
      {places.length > 0 && (
        <dl className="facts">
          {places.map((place) => (
            <Fact key={place.environment} name={place.stage ?? place.environment}>
              <span data-reach={place.state}>{reachWords(place)}</span>
              {place.at !== null && (
                <span className="subtle">
                  , <ToldTime at={place.at} />
                </span>
              )}
            </Fact>
          ))}
        </dl>
      )}
      {builds.length === 0 ? (
        <p className="subtle">No build that has these commits was told yet.</p>
      ) : (
        <ul className="trail-list">
          {builds.map(({ service, build, version, at, told }) => (
            <li key={`${service} ${build}`}>
              First in build {build}
              {version !== null && !build.includes(version) && ` of ${version}`}
              {service !== 'default' && ` (${service})`}, <ToldTime at={at} />
              {!told && <span className="subtle small"> It is the next build of the branch; no build names the commit.</span>}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>
          {commits.length + moreCommits === 1 ? 'One commit names it' : `${commits.length + moreCommits} commits name it`}
        </summary>
        <ul className="trail-list small">
          {commits.map(({ sha, at, branches, subject }) => (
            <li key={sha}>
              <code>{sha.slice(0, 10)}</code> {subject ?? 'It also names issues that you may not see.'}{' '}
              <span className="subtle">
                {branches.join(', ')}, <ToldTime at={at} />
              </span>
            </li>
          ))}
          {moreCommits > 0 && <li className="subtle">And {moreCommits.toLocaleString('en')} older ones.</li>}
        </ul>
      </details>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
