import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactElement } from 'react';
import type { BridgePayload } from '../../../../src/contracts/bridge';
import type { DeferralRow } from '../../../../src/contracts/deferrals';
import { usePage } from '../shared/page-context';
import type { ActWords } from './acts';
import { lastDay } from './deferral-words';
import { FormField } from './form-field';

export type Decision = BridgePayload<'decideDeferral'>;

interface Props {
  readonly row: DeferralRow;
  readonly words: ActWords;
  /** The first day that can be chosen. */
  readonly today: string;
  readonly projectId: string;
  readonly busy: boolean;
  /** Why it was not done; null while nothing stands against it. */
  readonly message: string | null;
  readonly onDecide: (decision: Decision) => void;
  readonly onCancel: () => void;
}

/** What an act needs to be said with it: a reason, a day, or whether the issue is told. */
export function ActForm({ row, words, today, projectId, busy, message, onDecide, onCancel }: Props): ReactElement {
  const { act, verb, why, asksDay } = words;
  const { format } = usePage();
  const [because, setBecause] = useState('');
  const [comment, setComment] = useState(false);
  const [day, setDay] = useState(row.latestDay ?? lastDay(row));
  const [empty, setEmpty] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, input')?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    if (why !== null && because.trim() === '') {
      setEmpty(true);
      return form.current?.querySelector('textarea')?.focus();
    }
    const about = { projectId, deferralId: row.id };
    if (act === 'approve') return onDecide({ ...about, act, comment });
    if (act === 'extend' || act === 'reinstate') return onDecide({ ...about, act, because, expiresOn: day });
    onDecide({ ...about, act, because });
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it from any of its fields
    <form
      ref={form}
      className="act-form"
      aria-label={`${verb} the deferral of ${row.defect.key}`}
      noValidate
      onSubmit={submit}
      onKeyDown={leave}
    >
      {why === null ? (
        <label className="tick">
          <input type="checkbox" checked={comment} onChange={(event) => setComment(event.target.checked)} />
          <span>Say so in a comment on the issue</span>
        </label>
      ) : (
        <FormField label={why} problem={empty && because.trim() === '' ? 'Say why: it stands in the register.' : undefined}>
          {(attributes) => (
            <textarea
              {...attributes}
              className="input textarea"
              rows={2}
              maxLength={2000}
              value={because}
              onChange={(event) => setBecause(event.target.value)}
            />
          )}
        </FormField>
      )}
      {asksDay && (
        <FormField
          label="Until the end of"
          problem={undefined}
          hint={row.latestDay === null ? undefined : `${format.date(row.latestDay)} at the latest (UTC).`}
        >
          {(attributes) => (
            <input
              {...attributes}
              className="input"
              type="date"
              min={today}
              max={row.latestDay ?? undefined}
              value={day}
              onChange={({ target }) => target.value !== '' && setDay(target.value)}
            />
          )}
        </FormField>
      )}
      {message !== null && (
        <p className="problem small" role="alert">
          {message}
        </p>
      )}
      <div className="actions">
        <Button type="submit" appearance="primary" spacing="compact" isLoading={busy}>
          {verb}
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
