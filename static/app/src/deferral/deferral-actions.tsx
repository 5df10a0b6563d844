import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { DeferralRow } from '../../../../src/contracts/deferrals';
import { call } from '../bridge/call';
import { useServerNow } from '../shared/server-clock';
import { ActForm, type Decision } from './act-form';
import { offeredActs, type Act } from './acts';

interface Props {
  readonly row: DeferralRow;
  readonly projectId: string;
  /** @param sentence what was done */
  readonly onDone: (sentence: string) => void;
}

/** What the viewer may do with a deferral, done in place. */
export function DeferralActions({ row, projectId, onDone }: Props): ReactElement | null {
  const [open, setOpen] = useState<Act | null>(null);
  const [left, setLeft] = useState<Act | null>(null);
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const today = new Date(useServerNow()).toISOString().slice(0, 10);
  const buttons = useRef<HTMLDivElement>(null);
  const offered = offeredActs(row);
  const words = offered.find(({ act }) => act === open);
  useEffect(() => {
    if (open === null && left !== null) buttons.current?.querySelector<HTMLElement>(`[data-act="${left}"] button`)?.focus();
  }, [open, left]);
  if (words !== undefined) {
    const decide = async (decision: Decision): Promise<void> => {
      setBusy(true);
      setMessage(null);
      const answer = await call('decideDeferral', decision);
      setBusy(false);
      if (answer.kind !== 'ok') return setMessage(answer.message);
      if (answer.view.kind === 'refused') return setMessage(answer.view.message);
      setOpen(null);
      onDone(answer.view.sentence);
    };
    return (
      <ActForm
        key={words.act}
        row={row}
        words={words}
        today={today}
        projectId={projectId}
        busy={busy}
        message={message}
        onDecide={(decision) => void decide(decision)}
        onCancel={() => {
          setOpen(null);
          setLeft(words.act);
          setMessage(null);
        }}
      />
    );
  }
  if (offered.length === 0) return null;
  return (
    <div ref={buttons} className="actions">
      {offered.map(({ act, verb }) => (
        <span key={act} data-act={act}>
          <Button
            spacing="compact"
            appearance={act === 'approve' ? 'primary' : 'default'}
            aria-label={`${verb} the deferral of ${row.defect.key}`}
            onClick={() => setOpen(act)}
          >
            {verb}
          </Button>
        </span>
      ))}
    </div>
  );
}
