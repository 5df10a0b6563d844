import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useMemo, useState, type ReactElement } from 'react';
import type { ReadinessView } from '../../../../../src/contracts/readiness';
import { useNarrow } from '../../shared/use-narrow';
import { defectFilters, type DefectFilter, type ReadinessFilters } from '../route';
import { useRouting } from '../routing';
import { blockingIds, filterDefects, hiddenBlocking } from './blocking-defects';
import { DefectCards } from './defect-cards';
import { DefectTable } from './defect-table';

const names: Record<DefectFilter, string> = { blocking: 'Blocking', overdue: 'Overdue', all: 'All open' };
const nothing: Record<DefectFilter, string> = {
  blocking: 'No defect blocks a stage of this release.',
  overdue: 'No open defect is past its resolution target.',
  all: 'No defect of this release is open.',
};

/** The open defects of the release: those that block, those past their target, all. */
export function DefectsSection({ view, filters }: { view: ReadinessView; filters: ReadinessFilters }): ReactElement {
  const { amend } = useRouting();
  const narrow = useNarrow();
  const blocking = useMemo(() => blockingIds(view), [view]);
  // Chosen once, so that the list does not change under the reader when the last blocking defect is closed.
  const [first] = useState<DefectFilter>(blocking.size > 0 ? 'blocking' : 'all');
  const chosen = filters.show ?? first;
  const change = (changed: Partial<ReadinessFilters>): void =>
    amend({ screen: 'readiness', versionId: view.version.id, filters: { ...filters, ...changed } });
  const Defects = narrow ? DefectCards : DefectTable;
  return (
    <section className="defects" aria-labelledby="defects-heading">
      <h2 id="defects-heading">Open defects</h2>
      <Tabs
        id="defects"
        selected={defectFilters.indexOf(chosen)}
        onChange={(at) => change({ show: defectFilters[at] ?? null })}
        shouldUnmountTabPanelOnChange
      >
        <TabList>
          {defectFilters.map((filter) => (
            <Tab key={filter}>{`${names[filter]} (${filterDefects(view.defects, filter, blocking).length})`}</Tab>
          ))}
        </TabList>
        {defectFilters.map((filter) => {
          const defects = filterDefects(view.defects, filter, blocking);
          const hidden = filter === 'all' ? view.hidden : filter === 'blocking' ? hiddenBlocking(view) : 0;
          return (
            <TabPanel key={filter}>
              <div className="defects-panel">
                {defects.length === 0 ? (
                  <p className="subtle nothing">{nothing[filter]}</p>
                ) : (
                  <Defects defects={defects} filters={filters} change={change} caption={`${names[filter]} defects`} />
                )}
                {hidden > 0 && (
                  <p className="subtle">
                    {defects.length === 0 ? 'But there ' : 'And there '}
                    {hidden === 1 ? 'is 1' : `are ${hidden}`} you may not see: Jira hides them from you.
                  </p>
                )}
              </div>
            </TabPanel>
          );
        })}
      </Tabs>
    </section>
  );
}
