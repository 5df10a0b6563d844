import Button from '@atlaskit/button/new';
import { useRef, useState, type ReactElement } from 'react';
import type { CheckSaidView, CheckView } from '../../../../../../src/contracts/gate-checks';
import { RelativeTime } from '../../../shared/moment';
import { OutsideLink } from '../../../shared/outside-link';
import { ToldTime } from '../../../shared/told-time';
import { BecauseForm } from '../control/because-form';
import type { Place } from '../control/control-call';
import { personWords } from '../control/control-history';
import { takeBack } from './check-call';
import { aboutWords, checkState, confirmedWords, earlierOf, standingWords } from './checklist-words';
import { ConfirmDialog } from './confirm-dialog';
import { ItemMark } from './item-mark';

interface Props {
  readonly check: CheckView;
  readonly version: string;
  readonly place: Place;
  readonly names: ReadonlyMap<string, string>;
  readonly onDone: (sentence: string) => void;
}

/** A check that people confirm: how it stands, who said so and what shows it, and what the viewer may do about it. */
export function CheckCard({ check, version, place, names, onDone }: Props): ReactElement {
  const [acting, setActing] = useState<'confirm' | 'take-back' | null>(null);
  const item = useRef<HTMLLIElement>(null);
  const { name, role, said, until, roleExists } = check;
  const last = said.at(-1);
  const state = checkState(check);
  const leave = (): void => {
    setActing(null);
    // What had the focus may be gone.
    requestAnimationFrame(() => item.current?.querySelector<HTMLElement>('button')?.focus());
  };
  const done = (sentence: string): void => {
    setActing(null);
    requestAnimationFrame(() => item.current?.focus());
    onDone(sentence);
  };
  return (
    <li ref={item} tabIndex={-1} className="checklist-item" data-check={name}>
      <p className="checklist-line">
        <strong>{name}</strong>
        <ItemMark state={state} words={confirmedWords[state]} />
      </p>
      <div className="checklist-body">
        {last !== undefined && <Said said={last} names={names} />}
        <p className="subtle">
          {standingWords(check)}
          {until !== null && (
            <>
              {' '}
              Good until <ToldTime at={until} />.
            </>
          )}
        </p>
        {!roleExists && (
          <p className="problem small">
            This project has no role {role}, so nobody can confirm it. An admin chooses another one in the gates of
            Holdpoint&apos;s settings.
          </p>
        )}
        {acting === 'take-back' ? (
          <BecauseForm
            name={`Take back the confirmation: ${name}`}
            label="Why does it not hold any more?"
            verb="Take it back"
            onSubmit={async (because) => {
              const { problem, sentence } = await takeBack(place, check, because);
              if (problem === null) done(sentence);
              return problem;
            }}
            onCancel={leave}
          />
        ) : (
          <CheckButtons check={check} act={setActing} />
        )}
        {acting === 'confirm' && (
          <ConfirmDialog check={check} about={aboutWords(check, version)} place={place} onDone={done} onLeave={leave} />
        )}
        <Earlier check={check} names={names} />
      </div>
    </li>
  );
}

interface ButtonsProps {
  readonly check: CheckView;
  readonly act: (acting: 'confirm' | 'take-back') => void;
}

function CheckButtons({ check: { name, may }, act }: ButtonsProps): ReactElement | null {
  if (!may.confirm && !may.withdraw) return null;
  return (
    <div className="actions">
      {may.confirm && (
        <Button spacing="compact" onClick={() => act('confirm')} aria-label={`Confirm: ${name}`}>
          Confirm
        </Button>
      )}
      {may.withdraw && (
        <Button
          spacing="compact"
          appearance="subtle"
          onClick={() => act('take-back')}
          aria-label={`Take back the confirmation: ${name}`}
        >
          Take back
        </Button>
      )}
    </div>
  );
}

/** What was said before, the newest first. */
function Earlier({ check, names }: Pick<Props, 'check' | 'names'>): ReactElement | null {
  const earlier = earlierOf(check);
  if (earlier.length === 0) return null;
  return (
    <details className="small">
      <summary>What was said before ({earlier.length})</summary>
      <ol className="checklist-earlier">
        {earlier.map((one) => (
          <li key={`${one.act} ${one.at}`}>
            <Said said={one} names={names} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Who said yes or took it back, when, and what shows it. */
function Said({ said, names }: { said: CheckSaidView; names: ReadonlyMap<string, string> }): ReactElement {
  const { act, at, who } = said;
  return (
    <p>
      {act === 'confirmed' ? 'Confirmed' : 'Taken back'} by {personWords(who, names)}, <RelativeTime at={at} />:{' '}
      {act === 'withdrawn' ? (
        `“${said.because}”`
      ) : said.form === 'link' ? (
        <OutsideLink address={said.evidence} />
      ) : (
        `“${said.evidence}”`
      )}
    </p>
  );
}
