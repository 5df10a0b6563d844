import type { ReactElement } from 'react';
import type { BuildView, PipelinesView } from '../../../../../src/contracts/pipelines';
import { ToldTime } from '../../shared/told-time';
import { RowList, type Column } from '../row-list';
import { ShowMore } from '../show-more';
import { BuildState } from './build-state';
import { ReleaseName } from './release-name';

interface Props {
  readonly builds: readonly BuildView[];
  readonly releases: PipelinesView['releases'];
}

const columnsWith = (releases: PipelinesView['releases']): readonly Column<BuildView>[] => [
  { name: 'Build', head: true, cell: (build) => <Build build={build} /> },
  {
    name: 'Release',
    cell: ({ version }) =>
      version === null ? <span className="subtle">None</span> : <ReleaseName name={version} releases={releases} />,
  },
  { name: 'State', cell: ({ state }) => <BuildState state={state} /> },
  { name: 'When', cell: ({ at }) => <ToldTime at={at} /> },
  {
    name: 'From',
    cell: ({ branch, commit, changes }) => (
      <div className="cell-lines">
        <span>{branch ?? 'Branch not told'}</span>
        <span className="small subtle">
          {commit !== null && (
            <>
              <code>{commit.slice(0, 10)}</code>,{' '}
            </>
          )}
          {changes === 1 ? '1 commit' : `${changes.toLocaleString('en')} commits`}
        </span>
      </div>
    ),
  },
];

function Build({ build: { build, service } }: { build: BuildView }): ReactElement {
  return (
    <div className="cell-lines">
      <span>{build}</span>
      {service !== 'default' && <span className="small subtle">{service}</span>}
    </div>
  );
}

/** The newest builds. */
export function BuildList({ builds, releases }: Props): ReactElement {
  return (
    <ShowMore rows={builds} first={6} what="builds">
      {(shown) => (
        <RowList
          caption="Builds"
          columns={columnsWith(releases)}
          rows={shown}
          keyOf={({ service, build }) => JSON.stringify([service, build])}
        />
      )}
    </ShowMore>
  );
}
