import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { useState, type ReactElement } from 'react';
import type { ReadinessView, StageReadiness } from '../../../../../src/contracts/readiness';
import { useServerNow } from '../../shared/server-clock';
import { shownVerdict } from '../../shared/shown-verdict';
import type { ReadinessFilters } from '../route';
import { RouteLink, useRouting } from '../routing';
import { firstObstacle } from './blocking-defects';
import { ConditionRows } from './condition-rows';

function tabWords({ stage, conditions }: StageReadiness): string {
  const breached = conditions.filter(({ state }) => state === 'breached').length;
  const unknown = conditions.filter(({ state }) => state === 'unknown').length;
  if (breached > 0) return `${stage.name}: ${breached} of ${conditions.length} breached`;
  return unknown > 0 ? `${stage.name}: ${unknown} unknown` : `${stage.name}: all met`;
}

/** What each gate asks for, stage by stage in promotion order. */
export function Conditions({ view, filters }: { view: ReadinessView; filters: ReadinessFilters }): ReactElement | null {
  const { amend } = useRouting();
  // Chosen once: when the stage opens while somebody reads its conditions, they must not jump away.
  const [obstacle] = useState(() => firstObstacle(view.stages));
  const wanted = filters.stage ?? obstacle;
  const selected = Math.max(
    0,
    view.stages.findIndex(({ stage }) => stage.key === wanted),
  );
  const now = useServerNow();
  if (view.stages.length === 0) return null;
  const isStale = (stage: StageReadiness): boolean => shownVerdict(stage, now).tone === 'stale';
  const select = (at: number): void => {
    const stage = view.stages[at]?.stage.key ?? null;
    amend({ screen: 'readiness', versionId: view.version.id, filters: { ...filters, stage } });
  };
  return (
    <section className="conditions" aria-labelledby="conditions-heading">
      <h2 id="conditions-heading">Conditions</h2>
      <Tabs id="stages" selected={selected} onChange={select}>
        <TabList>
          {view.stages.map((stage) => (
            <Tab key={stage.stage.key}>{tabWords(stage)}</Tab>
          ))}
        </TabList>
        {view.stages.map((stage) => (
          <TabPanel key={stage.stage.key}>
            <div className={isStale(stage) ? 'condition-list condition-list-stale' : 'condition-list'}>
              {isStale(stage) && <p className="subtle nothing">The verdict is stale, so these figures may be out of date too.</p>}
              <ConditionRows conditions={stage.conditions} defects={view.defects} />
              {stage.conditions.some(({ rule }) => rule === 'escape-rate') && (
                <p>
                  <RouteLink to={{ screen: 'analysis', versionId: view.version.id, which: 'before' }}>
                    Why defects escaped from the release before
                  </RouteLink>
                </p>
              )}
              {stage.conditions.length === 0 && (
                <p className="subtle">
                  This gate has no conditions yet, so that there is nothing to judge by: it lets nothing pass.
                </p>
              )}
            </div>
          </TabPanel>
        ))}
      </Tabs>
    </section>
  );
}
