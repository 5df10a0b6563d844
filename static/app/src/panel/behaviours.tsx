import { useCallback, useRef, useState, type ReactElement } from 'react';
import type { BehaviourCellView } from '../../../../src/contracts/behaviours';
import { call, type Problem } from '../bridge/call';
import { useNames } from '../project/decisions/use-names';
import { useFollowed } from '../project/use-followed';
import { RelativeTime } from '../shared/moment';
import { BehaviourEditor, type Word } from './behaviour-editor';
import { BehaviourLozenge } from './behaviour-lozenge';
import { behaviourName, becauseWords, outdatedWords } from './behaviour-words';
import { useSaved } from './use-saved';
import './behaviours.css';

/** How the defect behaves in each stage, who or what says so, and since when; people who may edit the issue say so here. */
export function Behaviours({ issueId, revision }: { issueId: string; revision: string }): ReactElement | null {
  const read = useCallback(() => call('behaviours', { issueId }), [issueId]);
  const { view, reload } = useFollowed(read, revision);
  const [saving, setSaving] = useState<Word | null>(null);
  const [failure, setFailure] = useState<{ readonly word: Word; readonly problem: Problem } | null>(null);
  const [shown, setSaved] = useSaved(view);
  const names = useNames(shown?.cells.flatMap(({ said }) => said?.accountId ?? []) ?? []);
  if (shown === null || shown.cells.length === 0) return null;

  const save = async (word: Word): Promise<void> => {
    setSaving(word);
    setFailure(null);
    const answer = await call('setBehaviour', { issueId, ...word });
    setSaving(null);
    if (answer.kind === 'ok') return setSaved(answer.view);
    setFailure({ word, problem: answer });
    // Nobody knows whether a word that got no answer was kept: what stands there is looked at again.
    void reload();
  };

  return (
    <section className="panel-release" data-section="behaviours" aria-labelledby="behaviours-heading">
      <h2 id="behaviours-heading">Behaviour in each stage</h2>
      <ul className="behaviours">
        {shown.cells.map((cell) => {
          const { key } = cell.stage;
          return (
            <Row
              key={key}
              cell={cell}
              names={names}
              saving={saving?.stage === key ? saving : null}
              failure={failure?.word.stage === key ? failure : null}
              onSave={shown.mayEdit && saving === null ? (word) => void save(word) : null}
              onCancel={() => setFailure(null)}
            />
          );
        })}
      </ul>
      {!shown.mayEdit && <p className="subtle small">People who may edit this issue say how it behaves.</p>}
    </section>
  );
}

interface RowProps {
  readonly cell: BehaviourCellView;
  readonly names: ReadonlyMap<string, string>;
  /** What is on its way. */
  readonly saving: Word | null;
  readonly failure: { readonly word: Word; readonly problem: Problem } | null;
  /** Null where it cannot be said now. */
  readonly onSave: ((word: Word) => void) | null;
  readonly onCancel: () => void;
}

function Row({ cell, names, saving, failure, onSave, onCancel }: RowProps): ReactElement {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { stage } = cell;
  const close = (): void => {
    setEditing(false);
    onCancel();
    // The button is there again after the next render.
    setTimeout(() => button.current?.focus());
  };
  const isOpen = editing || failure !== null;
  return (
    <li data-stage={stage.key} data-source={cell.source}>
      <div className="panel-stage">
        <h3>{stage.name}</h3>
        <span className="inline">
          <BehaviourLozenge state={saving?.state ?? cell.state} />
          {onSave !== null && !isOpen && (
            <button ref={button} type="button" className="link-button" onClick={() => setEditing(true)}>
              Change<span className="unseen"> how it behaves in {stage.name}</span>
            </button>
          )}
        </span>
      </div>
      <p className="small subtle" role={saving === null ? undefined : 'status'}>
        {saving === null ? <Because cell={cell} names={names} /> : `Saving ${behaviourName(saving.state).toLowerCase()}…`}
      </p>
      {failure !== null && (
        <p className="problem small" role="alert">
          Not saved. {failure.problem.message}
        </p>
      )}
      {onSave !== null && isOpen && (
        <BehaviourEditor
          cell={cell}
          draft={failure?.word ?? null}
          onCancel={close}
          onSave={(word) => {
            close();
            onSave(word);
          }}
        />
      )}
    </li>
  );
}

function Because({ cell, names }: Pick<RowProps, 'cell' | 'names'>): ReactElement {
  const { source, said, at, stale } = cell;
  const who =
    said === null ? '' : said.accountId === null ? 'a person whose data was erased' : (names.get(said.accountId) ?? 'somebody');
  return (
    <>
      {source === 'person' && said !== null && (
        <>
          Said by {who} <RelativeTime at={said.at} />.{' '}
        </>
      )}
      {becauseWords(cell)}
      {source !== 'person' && at !== null && (
        <>
          {' · '}
          <RelativeTime at={at} />
        </>
      )}
      {source !== 'person' && said !== null && stale !== null && (
        <>
          {'. '}
          Out of date: {who} said {outdatedWords(said)} <RelativeTime at={said.at} />.
        </>
      )}
      {said !== null && said.note !== '' && <span className="behaviour-note">{said.note}</span>}
    </>
  );
}
