import { useEffect, useId, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { KeyCap } from './key-cap';
import { chosenBy, type KeyChoice } from './key-choice';
import { useCandidates } from './use-candidates';

interface Props {
  readonly issueId: string;
  readonly choice: KeyChoice;
  /** @param key of the defect that stands in the field now */
  readonly onChange: (choice: KeyChoice, key: string) => void;
}

/** The key of a defect, typed or chosen from those that may be the same: with arrows, with the number of its place, or with a click. */
export function CandidateField({ issueId, choice, onChange }: Props): ReactElement {
  const found = useCandidates(issueId);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const candidates = found === null || found === 'failed' ? [] : found;
  const chosen = choice.at === null ? undefined : candidates[choice.at];
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    // What is typed next takes the place of what was chosen.
    if (chosen !== undefined) field.current?.select();
  }, [chosen]);
  const choose = (next: KeyChoice): void => onChange(next, next.at === null ? next.typed : (candidates[next.at]?.key ?? ''));
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = chosenBy(event.key, choice, candidates.length);
    if (next === null) return;
    event.preventDefault();
    choose(next);
  };
  return (
    <>
      <label>
        <span>Of the defect that stays</span>
        <input
          ref={field}
          className="input"
          role="combobox"
          aria-expanded={candidates.length > 0}
          aria-controls={candidates.length > 0 ? list : undefined}
          aria-activedescendant={chosen === undefined ? undefined : `${list}-${chosen.id}`}
          aria-autocomplete="none"
          autoComplete="off"
          placeholder="e.g. SHOP-12"
          maxLength={44}
          value={chosen?.key ?? choice.typed}
          onKeyDown={onKeyDown}
          onChange={(event) => choose({ at: null, typed: event.target.value })}
        />
      </label>
      <p className="subtle small" role="status">
        {found === null && 'Looking for defects that may be the same…'}
        {found === 'failed' && 'Holdpoint could not look for defects that may be the same. Write the key.'}
        {found !== null && found !== 'failed' && foundWords(found.length)}
      </p>
      {candidates.length > 0 && (
        <div id={list} role="listbox" aria-label="Defects that may be the same" className="candidates">
          {candidates.map(({ id, key, summary, standing, evidence }, place) => (
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys of the list
            <div
              key={id}
              id={`${list}-${id}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === choice.at}
              data-candidate={key}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose({ at: place, typed: '' })}
            >
              <KeyCap>{String(place + 1)}</KeyCap>
              <div>
                <strong>{key}</strong> {summary}
                <span className="small subtle">
                  {standing}
                  {evidence !== '' && `. ${evidence}`}
                </span>
              </div>
            </div>
          ))}
        </div>
      )}
    </>
  );
}

function foundWords(count: number): string {
  if (count === 0) return 'No defect looks alike. Write the key.';
  return count === 1 ? 'One may be the same: 1 or ↓ chooses it.' : `${count} may be the same: a number or ↓ chooses one.`;
}
