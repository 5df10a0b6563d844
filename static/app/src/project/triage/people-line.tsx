import CheckIcon from '@atlaskit/icon/core/check-mark';
import type { ReactElement } from 'react';
import type { TriageSession } from '../../../../../src/contracts/triage-session';
import { capital, roleNames } from './triage-words';

interface Props {
  readonly people: TriageSession['people'];
  readonly nameOf: (person: string | null) => string;
  /** Whether the ratings are shown: then nobody is waited for. */
  readonly isShown: boolean;
}

/** Who is at the table, as what, and who has rated; never what. */
export function PeopleLine({ people, nameOf, isShown }: Props): ReactElement {
  return (
    <ul className="people-line" aria-label="At the table">
      {people.map(({ person, role, me, present, voted }, at) => (
        <li key={person ?? at} data-present={present} data-voted={voted}>
          <span>
            {me ? 'You' : capital(nameOf(person))}, {roleNames[role]}
          </span>
          <span className="subtle small">
            {voted ? (
              <>
                <CheckIcon label="" size="small" /> has rated
              </>
            ) : present ? (
              isShown ? (
                'not rated'
              ) : (
                'thinking'
              )
            ) : (
              'away'
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
