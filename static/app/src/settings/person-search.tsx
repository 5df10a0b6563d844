import { forwardRef, useState } from 'react';
import { usePeopleSearch } from './use-people-search';

interface Props {
  readonly label: string;
  /** Account ids that are not offered. */
  readonly without: readonly string[];
  /** Id of the text that says what is wrong with those who were chosen. */
  readonly problem?: string | undefined;
  readonly onChoose: (accountId: string) => void;
}

/** Finds a person in Jira by a part of the name. The reference is to the field. */
export const PersonSearch = forwardRef<HTMLInputElement, Props>(function PersonSearch(
  { label, without, problem, onChoose },
  ref,
) {
  const [text, setText] = useState('');
  const found = usePeopleSearch(text)?.filter(({ accountId }) => !without.includes(accountId)) ?? null;
  const choose = (accountId: string): void => {
    onChoose(accountId);
    setText('');
  };
  return (
    <div className="person-search">
      <input
        ref={ref}
        className="input"
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem}
        placeholder="Begin to type a name"
        value={text}
        maxLength={80}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const [best] = found ?? [];
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (best !== undefined) choose(best.accountId);
        }}
      />
      <div role="status" className="people-found">
        {found !== null && found.length === 0 && <span className="subtle">Jira finds nobody else of that name.</span>}
        {found !== null && found.length > 0 && (
          <ul className="names" aria-label={`Found in Jira, ${label}`}>
            {found.map(({ accountId, name }) => (
              <li key={accountId} className="name-none">
                <button type="button" className="link-button" onClick={() => choose(accountId)}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
});
