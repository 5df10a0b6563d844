import { useState, type ReactElement } from 'react';
import type { SourceSecretView, SourceView } from '../../../../../src/contracts/sources';
import type { Problem } from '../../bridge/call';
import { CopyButton } from '../../shared/copy-button';
import { ClockTime, RelativeTime } from '../../shared/moment';
import { ProblemNotice } from '../../shared/problem-notice';
import { NewSecret } from './new-secret';
import { RevokeSource } from './revoke-source';
import { SecretOnce } from './secret-once';
import { kindNames, projectWords, troubleWords, type SourcesView } from './source-words';

interface ListProps {
  readonly label: string;
  readonly sources: readonly SourceView[];
  readonly view: SourcesView;
  readonly reload: () => Promise<void>;
  /** Once the row of a source that was revoked has left. */
  readonly onRevoked: () => void;
}

/** Deliveries are counted so far back. */
const lookBackMs = 30 * 86_400_000;

export function SourceList({ label, sources, ...rest }: ListProps): ReactElement {
  return (
    <ul className="rows source-list" aria-label={label}>
      {sources.map((source) => (
        <SourceItem key={source.id} source={source} {...rest} />
      ))}
    </ul>
  );
}

type Made = Extract<SourceSecretView, { kind: 'made' }>;

interface ItemProps extends Omit<ListProps, 'label' | 'sources'> {
  readonly source: SourceView;
}

function SourceItem({ source, view, reload, onRevoked }: ItemProps): ReactElement {
  const { id, name, kind, projectId, revokedAt, webhookUrl } = source;
  const [made, setMade] = useState<Made | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const trouble = troubleWords(source);
  return (
    <li className="source" data-source={id} data-revoked={revokedAt !== null}>
      <p className="source-name">
        <strong>{name}</strong> <code className="subtle">{id}</code>
      </p>
      <p className="subtle">
        {kindNames[kind]}, for {projectWords(view, projectId)}
      </p>
      <p>
        <Times source={source} now={view.now} />
      </p>
      {trouble !== null && <p className="source-trouble">{trouble}</p>}
      {webhookUrl !== null && (
        <p className="source-address">
          <span className="subtle">Address:</span> <code>{webhookUrl}</code>
          <CopyButton text={webhookUrl} what={`the address of ${name}`} />
        </p>
      )}
      {problem !== null && <ProblemNotice problem={problem} retry={() => setProblem(null)} />}
      {made !== null && <SecretOnce name={name} kind={kind} made={made} onDone={() => setMade(null)} />}
      {revokedAt === null && made === null && (
        <div className="actions">
          <NewSecret source={source} reload={reload} onMade={setMade} onProblem={setProblem} />
          <RevokeSource source={source} reload={reload} onProblem={setProblem} onRevoked={onRevoked} />
        </div>
      )}
    </li>
  );
}

function Times({ source, now }: { source: SourceView; now: string }): ReactElement {
  const { createdAt, revokedAt, lastDeliveryAt, overlapUntil } = source;
  const isNew = Date.parse(now) - Date.parse(createdAt) < lookBackMs;
  return (
    <>
      {lastDeliveryAt === null ? (
        <>
          {isNew ? 'Nothing delivered yet' : 'Nothing delivered in the last 30 days'}; connected <RelativeTime at={createdAt} />.
        </>
      ) : (
        <>
          Last delivery <RelativeTime at={lastDeliveryAt} />.
        </>
      )}
      {revokedAt !== null && (
        <>
          {' '}
          Revoked <RelativeTime at={revokedAt} />.
        </>
      )}
      {overlapUntil !== null && (
        <span data-overlap>
          {' '}
          The secret before still counts until <ClockTime at={overlapUntil} />, <RelativeTime at={overlapUntil} />.
        </span>
      )}
    </>
  );
}
