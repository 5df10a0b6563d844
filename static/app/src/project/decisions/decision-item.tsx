import Lozenge from '@atlaskit/lozenge';
import type { ReactElement } from 'react';
import type { Decision } from '../../../../../src/contracts/decisions';
import { CopyButton } from '../../shared/copy-button';
import { IssueLink } from '../../shared/jira-link';
import { usePage } from '../../shared/page-context';
import { noFilters } from '../route';
import { RouteLink } from '../routing';
import { ThenAndNowFold } from './then-and-now-fold';

export const decisionAppearances = { good: 'success', bad: 'danger', warning: 'warning', calm: 'neutral' } as const;

interface Props {
  readonly decision: Decision;
  readonly names: ReadonlyMap<string, string>;
  readonly projectId: string;
  /** Whether it is the page of this decision. */
  readonly single: boolean;
}

/** One entry of the ledger: when, what, for which release, by whom, and about which issues; opens to all that was written down. */
export function DecisionItem({ decision, names, projectId, single }: Props): ReactElement {
  const { format } = usePage();
  const { seq, at, title, tone, sentence, version, stage } = decision;
  return (
    <li className="decision" data-seq={seq} data-tone={tone}>
      <time className="decision-time" dateTime={at} title={format.full(at)}>
        {format.clock(at, Date.parse(at))}
      </time>
      <div className="decision-body">
        <p className="decision-head">
          <Lozenge appearance={decisionAppearances[tone]} maxWidth="none">
            {title}
          </Lozenge>
          {version !== null && (
            <RouteLink to={{ screen: 'readiness', versionId: version.id, filters: noFilters }}>{version.name}</RouteLink>
          )}
          {stage !== null && <span>{stage}</span>}
          <span className="subtle small">{whoWords(decision.who, names)}</span>
        </p>
        <p>{sentence}</p>
        <Issues decision={decision} />
        <Details decision={decision} />
        {decision.kind === 'verdict-changed' && <ThenAndNowFold projectId={projectId} seq={seq} open={single} />}
      </div>
    </li>
  );
}

export function whoWords(who: Decision['who'], names: ReadonlyMap<string, string>): string {
  if (who.kind === 'app') return 'by Holdpoint';
  if (who.accountId === null) return 'by a person whose data was erased';
  return `by ${names.get(who.accountId) ?? 'somebody'}`;
}

type Issue = Decision['issues'][number];
const roles: readonly { readonly role: Issue['role']; readonly words: string }[] = [
  { role: 'came', words: 'Newly held by' },
  { role: 'went', words: 'No longer held by' },
  { role: 'holds', words: 'Held by' },
  { role: 'named', words: 'About' },
];
const mostInLine = 8;

function Issues({ decision: { issues, hidden } }: { decision: Decision }): ReactElement | null {
  if (issues.length === 0 && hidden === 0) return null;
  const parts = roles.flatMap(({ role, words }) => {
    const some = issues.filter((issue) => issue.role === role);
    return some.length === 0 ? [] : [{ role, words, some }];
  });
  return (
    <ul className="decision-issues small" aria-label="Issues">
      {parts.map(({ role, words, some }) => (
        <li key={role}>
          <span className="subtle">{words}</span>
          {some.slice(0, mostInLine).map(({ id, key }) => (
            <IssueLink key={id} issueKey={key} />
          ))}
          {some.length > mostInLine && <span className="subtle">and {some.length - mostInLine} more</span>}
        </li>
      ))}
      {hidden > 0 && (
        <li className="subtle">
          {issues.length === 0 ? '' : 'and '}
          {hidden === 1 ? '1 issue' : `${hidden} issues`} that you may not see
        </li>
      )}
    </ul>
  );
}

const shortHash = 8;

function Details({ decision }: { decision: Decision }): ReactElement {
  const { seq, facts, issues, settings, app, hash } = decision;
  const rest = roles.flatMap(({ role }) => issues.filter((issue) => issue.role === role).slice(mostInLine));
  return (
    <details className="decision-details small">
      <summary>
        Details<span className="unseen"> of entry {seq}</span>
      </summary>
      <dl>
        {facts.map(({ label, value }, at) => (
          <div key={`${at} ${label}`}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {rest.length > 0 && (
          <div>
            <dt>Further issues</dt>
            <dd className="decision-keys">
              {rest.map(({ id, key }) => (
                <IssueLink key={id} issueKey={key} />
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>Settings</dt>
          <dd>{settings === null ? 'Had no say' : settings === 0 ? 'As installed' : `Revision ${settings}`}</dd>
        </div>
        <div>
          <dt>Holdpoint</dt>
          <dd>Version {app}</dd>
        </div>
        <div>
          <dt>Ledger entry</dt>
          <dd className="decision-hash">
            {seq} · <code title={hash}>{hash.slice(0, shortHash)}</code>
            <CopyButton text={hash} what={`the whole hash of entry ${seq}`} />
          </dd>
        </div>
      </dl>
    </details>
  );
}
