import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { AgingView } from '../../../../../src/contracts/aging';
import { DeferDialog } from '../../deferral/defer-dialog';
import { daysWords, rankWords } from '../../shared/aging-words';
import { IssueLink } from '../../shared/jira-link';
import { SeverityMark } from '../../shared/severity-mark';
import { standsAlone } from '../../shared/stands-alone';
import { ShowMore } from '../show-more';
import { usePersonNames } from '../triage/person-names';
import { mayDefer, NextStep, OwnerNow } from './owner-and-step';
import { useSteps } from './use-steps';

type Old = AgingView['oldest'][number];

const first = 8;

function inStatusWords({ days, statusDays }: Old): string {
  return Math.floor(days) === Math.floor(statusDays) ? 'all the time' : `${daysWords(statusDays)} of them`;
}

/** The oldest of those shown: who has them, how they compare, and what to do next. */
export function OldestList({ view }: { view: AgingView }): ReactElement {
  const [deferred, setDeferred] = useState<Old | null>(null);
  const nameOf = usePersonNames(view.oldest.map(({ assignee }) => assignee));
  const steps = useSteps(
    view.project.id,
    standsAlone ? [] : view.oldest.filter(({ open }) => open).map(({ id }) => id),
    view.revision,
  );
  return (
    <section className="stack stack-tight" aria-labelledby="oldest-heading" data-section="oldest">
      <h2 id="oldest-heading">The oldest</h2>
      <ShowMore rows={view.oldest} first={first} what="defects">
        {(shown) => (
          <ul className="oldest">
            {shown.map((one) => (
              <li key={one.id} data-oldest={one.key}>
                <div className="oldest-what">
                  <p>
                    <IssueLink issueKey={one.key} /> {one.summary}
                  </p>
                  <p className="oldest-facts subtle">
                    <SeverityMark severity={one.severity} short />
                    <span>{one.status}</span>
                    {(standsAlone || !one.open) && <span>{one.assignee === null ? 'Nobody has it' : nameOf(one.assignee)}</span>}
                  </p>
                  {one.open && !standsAlone && (
                    <OwnerNow row={steps?.get(one.id)} assignee={one.assignee === null ? null : nameOf(one.assignee)} />
                  )}
                </div>
                <div className="oldest-age">
                  <p>
                    <strong>{daysWords(one.days)}</strong> old, {inStatusWords(one)} in {one.status}
                  </p>
                  <p className="subtle small">{rankWords(one.rank, one.severity ?? 'none')}</p>
                </div>
                <div className="oldest-act">
                  {!one.open ? (
                    <span className="subtle">Done since then</span>
                  ) : (
                    !standsAlone && (
                      <>
                        <NextStep row={steps?.get(one.id)} />
                        {mayDefer(steps?.get(one.id)) && (
                          <Button spacing="compact" onClick={() => setDeferred(one)}>
                            Defer…<span className="unseen"> {one.key}</span>
                          </Button>
                        )}
                      </>
                    )
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
      </ShowMore>
      {!standsAlone && deferred !== null && (
        <DeferDialog
          projectId={view.project.id}
          issues={[{ id: deferred.id, key: deferred.key }]}
          onClose={() => setDeferred(null)}
        />
      )}
    </section>
  );
}
