import Button from '@atlaskit/button/new';
import { useRef, useState, type ReactElement } from 'react';
import type { BridgeView } from '../../../../../src/contracts/bridge';
import type { SetupWorkflowView } from '../../../../../src/contracts/workflow-setup';
import { call } from '../../bridge/call';
import { ChangePreview, type Preview } from './change-preview';
import { changes, withSuggestions, wishOf, type Choices } from './choices';
import { LastChange } from './last-change';
import { Outcome, type Told } from './outcome';
import { TransitionChoice } from './transition-choice';

interface Props {
  readonly workflow: SetupWorkflowView;
  readonly stages: readonly { readonly key: string; readonly name: string }[];
  readonly reload: () => Promise<void>;
}

type Changed = BridgeView<'changeWorkflow'>;

/** One workflow: what its transitions do, what they shall do, the preview of that, and the way back. */
export function WorkflowCard({ workflow, stages, reload }: Props): ReactElement {
  const { name, uses, shared, obstacle, transitions, last } = workflow;
  const heading = useRef<HTMLHeadingElement>(null);
  const [choices, setChoices] = useState<Choices>({});
  const [preview, setPreview] = useState<Preview | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const [busy, setBusy] = useState(false);
  const wish = wishOf(workflow, choices);
  const open = transitions.filter(({ suggested, id }) => suggested !== null && choices[id] === undefined).length;
  const choose = (next: Choices): void => {
    setChoices(next);
    setPreview(null);
    setTold(null);
  };
  const look = async (): Promise<void> => {
    setBusy(true);
    const answer = await call('previewWorkflow', wish);
    setBusy(false);
    if (answer.kind !== 'ok') setTold({ kind: 'refused', message: `${answer.title}. ${answer.message}`, said: [] });
    else if (answer.view.kind === 'refused') setTold(answer.view);
    else if (answer.view.kind === 'nothing') setTold({ kind: 'done', sentence: 'The workflow is like that already.' });
    else setPreview(answer.view);
  };
  const act = async (asked: ReturnType<typeof call<'changeWorkflow'>>): Promise<void> => {
    setBusy(true);
    const answer = await asked;
    const outcome: Changed =
      answer.kind === 'ok' ? answer.view : { kind: 'refused', message: `${answer.title}. ${answer.message}`, said: [] };
    if (outcome.kind === 'done') setChoices({});
    setPreview(null);
    await reload();
    setTold(outcome);
    setBusy(false);
    heading.current?.focus();
  };
  return (
    <article className="workflow" data-workflow={name} aria-label={name}>
      <h3 ref={heading} tabIndex={-1}>
        {name}
      </h3>
      <p className="subtle">{uses}</p>
      {shared !== null && <p className="note">{shared}</p>}
      {obstacle !== null && <p className="note">{obstacle}</p>}
      <ul className="workflow-transitions" aria-label={`Transitions of ${name}`}>
        {transitions.map((transition) => (
          <TransitionChoice
            key={transition.id}
            transition={transition}
            choice={choices[transition.id]}
            isChanged={changes(transition, choices[transition.id])}
            stages={stages}
            isDisabled={busy || obstacle !== null}
            onChoose={(choice) => choose({ ...choices, [transition.id]: choice })}
          />
        ))}
      </ul>
      {preview === null && obstacle === null && (
        <div className="actions">
          {open > 0 && (
            <Button isDisabled={busy} onClick={() => choose(withSuggestions(workflow, choices))}>
              {open === 1 ? 'Take the suggestion' : `Take the ${open} suggestions`}
            </Button>
          )}
          <Button appearance="primary" isDisabled={busy || wish.wishes.length === 0} onClick={() => void look()}>
            Preview the change
          </Button>
          {wish.wishes.length > 0 && (
            <Button appearance="subtle" isDisabled={busy} onClick={() => choose({})}>
              Discard
            </Button>
          )}
        </div>
      )}
      {preview !== null && (
        <ChangePreview
          {...{ preview, name, shared, busy }}
          onConfirm={() => void act(call('changeWorkflow', wish))}
          onLeave={() => {
            setPreview(null);
            heading.current?.focus();
          }}
        />
      )}
      <Outcome told={told} />
      {last !== null && preview === null && (
        <LastChange
          last={last}
          name={name}
          isDisabled={busy}
          onUndo={() => void act(call('undoWorkflow', { changeId: last.id }))}
        />
      )}
    </article>
  );
}
