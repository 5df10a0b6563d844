import Button from '@atlaskit/button/new';
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import type { TriageQueueView } from '../../../../../src/contracts/triage-queue';
import type { TriageDecisionKind } from '../../../../../src/contracts/triage-row';
import { call } from '../../bridge/call';
import { DeferDialog } from '../../deferral/defer-dialog';
import { Fold } from '../../settings/fold';
import { useServerNow } from '../../shared/server-clock';
import { StoreNotice } from '../../shared/store-notice';
import { useLiveView } from '../../shared/use-live-view';
import { LivePage } from '../live-page';
import { ChooseBar } from './choose-bar';
import { KeyCap } from './key-cap';
import { commandOf, queueKeys } from './keys';
import { KeysHelp } from './keys-help';
import { LatencySection } from './latency-section';
import { usePersonNames } from './person-names';
import { QueueDefect } from './queue-defect';
import { focusedRow, walk } from './queue-focus';
import { QueueList } from './queue-list';
import { SentList } from './sent-list';
import { Sessions, PastSessions } from './sessions';
import { queueSentence } from './triage-words';
import { useChosen } from './use-chosen';
import { useDecisions } from './use-decisions';
import { useKeys, useKeysOn } from './use-keys';
import { useTurns } from './use-turns';
import './triage.css';

/** What waits for a decision in a project, the sessions about it, and how long decisions take. */
export function QueueScreen({ projectId }: { projectId: string }): ReactElement {
  const live = useLiveView(
    useCallback(() => call('triageQueue', { projectId }), [projectId]),
    projectId,
  );
  const now = useServerNow();
  return (
    <LivePage
      title="Triage"
      className="triage"
      live={live}
      summary={(view) =>
        view !== null && view.rows.length > 0 && <p className="summary">{queueSentence(view.rows, view.more, now)}</p>
      }
      loading={{ what: 'what waits for a decision', heights: [56, 320] }}
    >
      {(view) => (
        <>
          <StoreNotice store={view.store} projectId={projectId} />
          <Queue view={view} reload={live.reload} />
          <PastSessions closed={view.closed} />
          <Fold level={2} title="How long decisions take" summary="By week, for each kind of release" problems={0}>
            <LatencySection projectId={projectId} />
          </Fold>
        </>
      )}
    </LivePage>
  );
}

interface Open {
  readonly defectId: string;
  readonly form: TriageDecisionKind | null;
}

function Queue({ view, reload }: { view: TriageQueueView; reload: () => Promise<void> }): ReactElement {
  const [open, setOpen] = useState<Open | null>(null);
  const [help, setHelp] = useState(false);
  const keys = useKeysOn();
  const inTurn = useTurns();
  const decisions = useDecisions({ sessionId: null, inTurn, onAnswer: reload });
  // What was decided here leaves the queue at once; what was not taken is back.
  const gone = new Set(decisions.sent.flatMap(({ state, row }) => (state === 'failed' ? [] : [row.defectId])));
  const chosen = useChosen(reload);
  const rows = view.rows
    .filter((row) => !gone.has(row.defectId) || row.decision?.state === 'lapsed')
    .filter(({ defectId }) => !chosen.taken.has(defectId));
  const picked = rows.filter(({ defectId }) => chosen.ids.has(defectId));
  const nameOf = usePersonNames(rows.flatMap(({ owner, decision }) => [owner, decision?.by ?? null]));
  const at = rows.findIndex(({ defectId }) => defectId === open?.defectId);
  const large = rows[at];
  const status = useRef<HTMLParagraphElement>(null);
  // The button that asked is gone: whoever uses the keyboard goes on from what was done.
  useEffect(() => {
    if (chosen.said !== '') status.current?.focus();
  }, [chosen.said]);

  const close = (): void => {
    setOpen(null);
    if (open !== null) setTimeout(() => walk(open.defectId));
  };
  const step = (by: -1 | 1): void => {
    const next = rows[at + by];
    if (next !== undefined) setOpen({ defectId: next.defectId, form: null });
  };
  useKeys(keys.on, (event) => {
    const command = commandOf(event);
    switch (command) {
      case 'keys':
        setHelp(!help);
        return true;
      case 'leave':
        if (open?.form != null) setOpen({ ...open, form: null });
        else if (large !== undefined) close();
        else setHelp(false);
        return true;
      case 'next':
      case 'previous':
        if (open?.form != null) return false;
        if (large === undefined) return walk(command === 'next' ? 1 : -1);
        step(command === 'next' ? 1 : -1);
        return true;
      case 'choose': {
        const defectId = focusedRow();
        if (large !== undefined || defectId === null) return false;
        chosen.toggle(defectId);
        return true;
      }
      case 'fix-now':
      case 'defer':
      case 'duplicate':
      case 'not-a-defect':
      case 'need-information': {
        if (command === 'defer' && large === undefined && picked.length > 0) {
          if (chosen.each.busy === null) chosen.ask(picked);
          return true;
        }
        const defectId = large?.defectId ?? focusedRow();
        if (defectId === null || open?.form != null) return false;
        setOpen({ defectId, form: command });
        return true;
      }
      default:
        return false;
    }
  });
  return (
    <>
      <Sessions view={view} />
      {help && <KeysHelp keys={queueKeys} on={keys.on} turn={keys.turn} onClose={() => setHelp(false)} />}
      <SentList decisions={decisions} targets={view.targets} onOpen={(defectId) => setOpen({ defectId, form: null })} />
      {large !== undefined ? (
        <QueueDefect
          key={large.defectId}
          row={large}
          view={view}
          next={rows[at + 1]?.defectId ?? null}
          form={open?.form ?? null}
          onForm={(form) => setOpen({ defectId: large.defectId, form })}
          onDecide={(choice) => {
            decisions.decide(large, choice);
            const next = rows[at + 1] ?? rows[at - 1];
            setOpen(next === undefined ? null : { defectId: next.defectId, form: null });
          }}
          onClose={close}
          onStep={step}
          nameOf={nameOf}
          keys={keys.on}
        />
      ) : (
        <section className="told-section" aria-labelledby="queue-heading" data-section="queue">
          <div className="section-head">
            <h2 id="queue-heading">Waiting for a decision</h2>
            {rows.length > 0 && (
              <Button appearance="subtle" spacing="compact" onClick={() => setHelp(!help)}>
                Keys{keys.on && <KeyCap>?</KeyCap>}
              </Button>
            )}
          </div>
          <p ref={status} tabIndex={-1} role="status" className="queue-said">
            {chosen.said}
          </p>
          <QueueList
            rows={rows}
            isRead={view.store.kind === 'ready'}
            nameOf={nameOf}
            onOpen={(defectId) => setOpen({ defectId, form: null })}
            isChosen={(defectId) => chosen.ids.has(defectId)}
            onChoose={rows.length > 1 || picked.length > 0 ? chosen.toggle : null}
            bar={(shown) => <ChooseBar shown={shown} rows={picked} chosen={chosen} keys={keys.on} />}
          />
          {view.more > 0 && (
            <p className="subtle">{view.more.toLocaleString('en')} more wait. They come up as those above are decided.</p>
          )}
        </section>
      )}
      {chosen.asking !== null && (
        <DeferDialog
          projectId={view.project.id}
          issues={chosen.asking.map(({ defectId, key }) => ({ id: defectId, key }))}
          onClose={chosen.leave}
        />
      )}
    </>
  );
}
