import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useCallback, useState, type ReactElement } from 'react';
import type { BridgeView } from '../../../../../src/contracts/bridge';
import type { Decision } from '../../../../../src/contracts/decisions';
import type { Deployed } from '../../../../../src/contracts/release-history';
import type { ReadinessView } from '../../../../../src/contracts/readiness';
import { call } from '../../bridge/call';
import { CopyButton } from '../../shared/copy-button';
import { IssueLink } from '../../shared/jira-link';
import { Loading } from '../../shared/loading';
import { usePage } from '../../shared/page-context';
import { useServerNow } from '../../shared/server-clock';
import { decisionAppearances, whoWords } from '../decisions/decision-item';
import { useNames } from '../decisions/use-names';
import { NoAnswer } from '../no-answer';
import { allDecisions } from '../route';
import { RouteLink } from '../routing';
import { useFollowed } from '../use-followed';
import { deployedWords, timelineRows } from './timeline-rows';
import '../decisions/decisions.css';

type Timeline = BridgeView<'releaseTimeline'>;

/** What happened to the release, newest first: verdicts and why, holds, overrides, deployments, each with who and where it is written down. */
export function TimelineSection({ view }: { view: ReadinessView }): ReactElement {
  const { project, version, revision } = view;
  const place = { projectId: project.id, versionId: version.id };
  const read = useCallback(
    () => call('releaseTimeline', { projectId: project.id, versionId: version.id }),
    [project.id, version.id],
  );
  const { view: first, problem, reload } = useFollowed(read, revision);
  // Older pages belong to the newest one that was read when they were asked for.
  const [older, setOlder] = useState<{ readonly of: Timeline; readonly pages: readonly Timeline[] } | null>(null);
  const [asking, setAsking] = useState(false);
  const pages = first === null ? [] : [first, ...(older?.of === first ? older.pages : [])];
  const next = pages.at(-1)?.next ?? null;
  const more = async (): Promise<void> => {
    if (first === null || next === null) return;
    setAsking(true);
    const answer = await call('releaseTimeline', { ...place, before: next });
    setAsking(false);
    if (answer.kind === 'ok') setOlder({ of: first, pages: [...pages.slice(1), answer.view] });
  };
  return (
    <section className="told-section" aria-labelledby="timeline-heading" data-section="timeline">
      <h2 id="timeline-heading">What happened so far</h2>
      {first === null ? (
        problem === null ? (
          <Loading what="what happened" heights={[96]} />
        ) : (
          <NoAnswer problem={problem} retry={() => void reload()} />
        )
      ) : (
        <Rows timeline={{ decisions: pages.flatMap(({ decisions }) => decisions), deployments: first.deployments, next }} />
      )}
      {next !== null && (
        <div className="actions">
          <Button isLoading={asking} onClick={() => void more()}>
            Show what was before
          </Button>
        </div>
      )}
    </section>
  );
}

function Rows({ timeline }: { timeline: Pick<Timeline, 'decisions' | 'deployments' | 'next'> }): ReactElement {
  const names = useNames(
    timeline.decisions.flatMap(({ who }) => (who.kind === 'person' && who.accountId !== null ? [who.accountId] : [])),
  );
  const rows = timelineRows(timeline);
  if (rows.length === 0) return <p className="subtle nothing">Nothing was decided about this release yet.</p>;
  return (
    <ol className="timeline">
      {rows.map((row) =>
        row.kind === 'decision' ? (
          <DecisionRow key={`entry ${row.decision.seq}`} decision={row.decision} names={names} />
        ) : (
          <DeployedRow key={`deployment ${row.deployed.id}`} deployed={row.deployed} />
        ),
      )}
    </ol>
  );
}

const shortHash = 8;
const mostKeys = 6;

function DecisionRow({ decision, names }: { decision: Decision; names: ReadonlyMap<string, string> }): ReactElement {
  const { seq, at, title, tone, stage, sentence, hash } = decision;
  return (
    <li data-entry={seq}>
      <Time at={at} />
      <div className="timeline-body">
        <p className="decision-head">
          <Lozenge appearance={decisionAppearances[tone]} maxWidth="none">
            {title}
          </Lozenge>
          {stage !== null && <span>{stage}</span>}
          <span className="subtle small">{whoWords(decision.who, names)}</span>
        </p>
        <p>{sentence}</p>
        <Cause decision={decision} />
        <p className="small subtle ledger">
          <RouteLink to={{ screen: 'decisions', filters: { ...allDecisions, entry: String(seq) } }}>Ledger entry {seq}</RouteLink>{' '}
          · <code title={hash}>{hash.slice(0, shortHash)}</code>
          <CopyButton text={`${seq} ${hash}`} what={`number and hash of ledger entry ${seq}`} />
        </p>
      </div>
    </li>
  );
}

/** Which issues turned it, as far as the viewer may see them. */
function Cause({ decision: { issues, hidden } }: { decision: Decision }): ReactElement | null {
  const of = (role: Decision['issues'][number]['role']) => issues.filter((issue) => issue.role === role);
  const parts = [
    { words: 'Newly held by', some: of('came') },
    { words: 'No longer held by', some: of('went') },
  ].filter(({ some }) => some.length > 0);
  if (parts.length === 0) return null;
  return (
    <p className="small decision-keys">
      {parts.map(({ words, some }) => (
        <span key={words} className="decision-keys">
          <span className="subtle">{words}</span>
          {some.slice(0, mostKeys).map(({ id, key }) => (
            <IssueLink key={id} issueKey={key} />
          ))}
          {some.length > mostKeys && <span className="subtle">and {some.length - mostKeys} more</span>}
        </span>
      ))}
      {hidden > 0 && <span className="subtle">and {hidden} that you may not see</span>}
    </p>
  );
}

function DeployedRow({ deployed }: { deployed: Deployed }): ReactElement {
  const failed = deployed.state === 'failed';
  return (
    <li data-deployment={deployed.id}>
      <Time at={deployed.at} />
      <div className="timeline-body">
        <p className="decision-head">
          <Lozenge appearance={failed ? 'danger' : 'neutral'} maxWidth="none">
            {failed ? 'Deployment failed' : 'Deployment'}
          </Lozenge>
          {deployed.stage !== null && <span>{deployed.stage}</span>}
          <span className="subtle small">told by a pipeline</span>
        </p>
        <p>{deployedWords(deployed)}</p>
        {deployed.build !== null && (
          <p className="small subtle ledger">
            <code>{deployed.build}</code>
            <CopyButton text={deployed.build} what={`the build ${deployed.build}`} />
          </p>
        )}
      </div>
    </li>
  );
}

function Time({ at }: { at: string }): ReactElement {
  const { format } = usePage();
  const now = useServerNow();
  return (
    <time className="subtle timeline-time" dateTime={at} title={format.full(at)}>
      {format.clock(at, now)}
    </time>
  );
}
