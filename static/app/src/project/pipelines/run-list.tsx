import type { ReactElement } from 'react';
import type { RunView } from '../../../../../src/contracts/pipelines';
import { ToldTime } from '../../shared/told-time';
import { environmentWords } from '../deployments/deployment-words';
import { RowList, type Column } from '../row-list';
import { ShowMore } from '../show-more';
import { beforeWords, tallyWords } from './pipeline-words';
import { RunState } from './run-state';

const columns: readonly Column<RunView>[] = [
  { name: 'Suite', head: true, cell: (run) => <Suite run={run} /> },
  { name: 'Environment', cell: environmentWords },
  { name: 'Result', cell: (run) => <Result run={run} /> },
  { name: 'When', cell: (run) => <When run={run} /> },
  { name: 'Before', cell: (run) => <span className="subtle">{beforeWords(run)}</span> },
];

function Suite({ run: { suite, service } }: { run: RunView }): ReactElement {
  return (
    <div className="cell-lines">
      <span>{suite}</span>
      {service !== 'default' && <span className="small subtle">{service}</span>}
    </div>
  );
}

function Result({ run }: { run: RunView }): ReactElement {
  return (
    <div className="cell-lines">
      <RunState state={run.state} />
      <span className="small">{tallyWords(run)}</span>
    </div>
  );
}

function When({ run: { at, build, run } }: { run: RunView }): ReactElement {
  return (
    <div className="cell-lines">
      <ToldTime at={at} />
      <span className="small subtle">{build === null ? run : `Build ${build}`}</span>
    </div>
  );
}

/** The newest run of each suite in each environment. */
export function RunList({ runs }: { runs: readonly RunView[] }): ReactElement {
  return (
    <ShowMore rows={runs} first={10} what="suites">
      {(shown) => (
        <RowList
          caption="Last test runs"
          columns={columns}
          rows={shown}
          keyOf={({ service, suite, environment }) => JSON.stringify([service, suite, environment])}
        />
      )}
    </ShowMore>
  );
}
