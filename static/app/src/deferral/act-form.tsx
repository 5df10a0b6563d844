import { useState, type ReactElement } from 'react';
import type { BridgePayload } from '../../../../src/contracts/bridge';
import type { DeferralRow } from '../../../../src/contracts/deferrals';
import { InPlaceForm } from '../shared/in-place-form';
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
  const submit = (form: HTMLFormElement): void => {
    if (why !== null && because.trim() === '') {
      setEmpty(true);
      return form.querySelector('textarea')?.focus();
    }
    const about = { projectId, deferralId: row.id };
    if (act === 'approve') return onDecide({ ...about, act, comment });
    if (act === 'extend' || act === 'reinstate') return onDecide({ ...about, act, because, expiresOn: day });
    onDecide({ ...about, act, because });
  };
  return (
    <InPlaceForm
      name={`${verb} the deferral of ${row.defect.key}`}
      verb={verb}
      busy={busy}
      problem={message}
      onSubmit={submit}
      onCancel={onCancel}
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
    </InPlaceForm>
  );
}
