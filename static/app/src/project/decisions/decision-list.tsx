import type { ReactElement } from 'react';
import type { Decision } from '../../../../../src/contracts/decisions';
import { usePage } from '../../shared/page-context';
import { dayIn } from './days';
import { DecisionItem } from './decision-item';
import { useNames } from './use-names';

interface Props {
  readonly decisions: readonly Decision[];
  readonly projectId: string;
  /** Whether it is the page of one decision, which shows all of it. */
  readonly single: boolean;
}

/** Decisions under the days on which they were made, the newest first. */
export function DecisionList({ decisions, projectId, single }: Props): ReactElement {
  const { context, format } = usePage();
  const names = useNames(
    decisions.flatMap(({ who }) => (who.kind === 'person' && who.accountId !== null ? [who.accountId] : [])),
  );
  const days = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const day = dayIn(decision.at, context.timezone);
    days.set(day, [...(days.get(day) ?? []), decision]);
  }
  return (
    <div className="stack">
      {[...days].map(([day, some]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>
            <time dateTime={day}>{format.date(day)}</time>
          </h2>
          <ol className="decision-list">
            {some.map((decision) => (
              <DecisionItem key={decision.seq} {...{ decision, names, projectId, single }} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
