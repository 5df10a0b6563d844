import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import type { DeferralOptionsView, RequestDeferralsView } from '../../../../src/contracts/deferrals';
import { call } from '../bridge/call';
import { tell } from '../bridge/flag';
import { Approvers } from './approvers';
import { AskedDefects } from './asked-defects';
import { counted } from './deferral-words';
import { askInTurns } from './in-turns';
import { problemsOf, type Problems } from './problems';
import { RationaleField } from './rationale-field';
import { RequestResults } from './request-results';
import { useDryRun } from './use-dry-run';
import { keepWish, requestOf, wishFor, type Wish } from './wish';
import { WishFields } from './wish-fields';

interface Props {
  readonly options: DeferralOptionsView;
  /** The deferral of these defects was asked for. */
  readonly onAsked: (issueIds: readonly string[]) => void;
  readonly onClose: () => void;
}

type State =
  | { readonly kind: 'typing' }
  /** Of several calls, so many defects have been asked for. */
  | { readonly kind: 'sending'; readonly sent: number }
  /** Nothing was asked for. */
  | { readonly kind: 'refused'; readonly problems: Problems; readonly message: string | null }
  /** Some were asked for, some were not. */
  | { readonly kind: 'partly'; readonly view: RequestDeferralsView };

/** What the request says; the back end decides whether it will do, while it is typed and again when it is sent. */
export function DeferForm({ options, onAsked, onClose }: Props): ReactElement {
  const able = options.defects.filter(({ refusal }) => refusal === null);
  const [issueIds, setIssueIds] = useState(able.map(({ id }) => id));
  const memory = options.defects.map(({ id }) => id).join(' ');
  const [wish, setWish] = useState(() => wishFor(memory, options));
  const [state, setState] = useState<State>({ kind: 'typing' });
  const form = useRef<HTMLFormElement>(null);
  const dry = useDryRun(
    wish,
    options,
    issueIds,
    issueIds.length > 0 && (wish.rationale.trim() !== '' || state.kind === 'refused'),
  );
  const change = (changed: Partial<Wish>): void => {
    const next = { ...wish, ...changed };
    setWish(next);
    keepWish(memory, next);
  };
  // What was refused stays said at its field until it will do.
  const problems: Problems = state.kind === 'refused' ? (dry === null ? state.problems : stillWrong(state.problems, dry)) : none;
  useEffect(() => {
    if (state.kind === 'refused') focusFirst(form.current);
  }, [state]);

  const send = async (): Promise<void> => {
    const sending = (sent: number): void => setState({ kind: 'sending', sent });
    sending(0);
    const asked = requestOf(wish, options, issueIds);
    const answer = await askInTurns((request) => call('requestDeferrals', request), asked, options.defects, sending);
    if (answer.kind !== 'ok') return setState({ kind: 'refused', problems: none, message: answer.message });
    const { requested, refused, results } = answer.view;
    onAsked(results.filter((result) => !isRefused(result)).map(({ issueId }) => issueId));
    if (requested > 0 && refused > 0) return setState({ kind: 'partly', view: answer.view });
    if (requested === 0) return setState({ kind: 'refused', problems: problemsOf(results), message: null });
    keepWish(memory, null);
    tell(requested === 1 ? 'Deferral asked for' : `${requested} deferrals asked for`, 'It holds once somebody approves it.');
    onClose();
  };
  if (state.kind === 'partly') {
    const left = state.view.results.filter(({ outcome }) => outcome === 'refused').map(({ issueId }) => issueId);
    return (
      <RequestResults
        view={state.view}
        onAgain={() => {
          setIssueIds(left);
          setState({ kind: 'refused', problems: problemsOf(state.view.results.filter(isRefused)), message: null });
        }}
        onClose={onClose}
      />
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (state.kind !== 'sending') void send();
  };
  return (
    <form ref={form} className="defer-form" noValidate onSubmit={submit}>
      <AskedDefects options={options} issueIds={issueIds} />
      {able.length > 0 && (
        <>
          <Unplaced problems={problems} message={state.kind === 'refused' ? state.message : null} />
          <WishFields options={options} wish={wish} problems={problems} change={change}>
            <RationaleField
              options={options}
              text={wish.rationale}
              problem={problems.get('rationale')}
              dry={dry}
              onChange={(rationale) => change({ rationale })}
            />
          </WishFields>
          <Approvers options={options} issueIds={issueIds} />
        </>
      )}
      <div className="actions defer-end">
        {able.length > 0 && (
          <Button type="submit" appearance="primary" isLoading={state.kind === 'sending'}>
            {issueIds.length === 1 ? 'Ask for deferral' : `Ask for ${counted(issueIds.length, 'deferral')}`}
          </Button>
        )}
        <Button appearance="subtle" onClick={onClose}>
          {able.length > 0 ? 'Cancel' : 'Close'}
        </Button>
        {state.kind === 'sending' && state.sent > 0 && (
          <span className="subtle" role="status">
            {state.sent} of {issueIds.length} …
          </span>
        )}
      </div>
    </form>
  );
}

const none: Problems = new Map();
const isRefused = ({ outcome }: RequestDeferralsView['results'][number]): boolean => outcome === 'refused';

/** What was wrong when it was sent and is so still, in the words of now. */
function stillWrong(sent: Problems, now: Problems): Problems {
  return new Map([...now].filter(([field]) => sent.has(field)));
}

/** The first field that is wrong; a message that belongs to no field where there is none. */
function focusFirst(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>('[data-unplaced], [aria-invalid="true"]');
  field?.focus();
}

function Unplaced({ problems, message }: { problems: Problems; message: string | null }): ReactElement | null {
  const words = [message, problems.get('permission'), problems.get('defect')].filter((one) => one != null);
  if (words.length === 0) return null;
  return (
    <p className="problem" role="alert" tabIndex={-1} data-unplaced>
      {words.join(' ')}
    </p>
  );
}
