import Button from '@atlaskit/button/new';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';
import type { TriageQueueView } from '../../../../../src/contracts/triage-queue';
import type { Decisions, Sent } from './use-decisions';
import { choiceWords } from './triage-words';

interface Props {
  readonly decisions: Decisions;
  readonly targets: TriageQueueView['targets'];
  /** Goes to a defect that was not decided. */
  readonly onOpen: (defectId: string) => void;
}

/** What was decided last, and every decision that was not taken, with the way to try it again. */
export function SentList({ decisions: { sent, retry, dismiss }, targets, onOpen }: Props): ReactElement {
  const failed = sent.filter(({ state }) => state === 'failed');
  const last = sent.findLast(({ state }) => state !== 'failed');
  return (
    <div className="sent">
      {failed.map((one) => (
        <div key={one.id} className="sent-failed" role="alert" data-sent="failed">
          <span>
            <WarningIcon label="" size="small" /> <strong>{one.row.key} was not decided</strong> ({wordsOf(one, targets)}){' '}
            {one.words}
          </span>
          <span className="actions">
            {one.mayRetry && (
              <Button spacing="compact" onClick={() => retry(one)}>
                Try again
              </Button>
            )}
            <Button
              appearance="subtle"
              spacing="compact"
              onClick={() => {
                dismiss(one);
                onOpen(one.row.defectId);
              }}
            >
              Look at it
            </Button>
          </span>
        </div>
      ))}
      <p className="subtle small sent-last" role="status">
        {last !== undefined && (
          <span data-sent={last.state}>
            {last.row.key}: {last.state === 'decided' ? last.words : `${wordsOf(last, targets)} Saving…`}
          </span>
        )}
      </p>
    </div>
  );
}

function wordsOf({ choice }: Sent, targets: Props['targets']): string {
  const release = choice.kind === 'fix-now' ? (targets.find(({ id }) => id === choice.versionId)?.name ?? null) : null;
  return choiceWords(choice, release);
}
