import type { ReactElement } from 'react';
import { ClockTime, RelativeTime } from './moment';
import { progressWords, type Reading } from './reading-words';

/** How far a project has been read, and when it will be done. @param name of the project, for those who hear the bar */
export function ReadingProgress({ reading, name }: { reading: Reading; name?: string }): ReactElement {
  const { done, total, paused, waitUntil } = reading;
  const moves = !paused && waitUntil === null;
  const words = progressWords(reading);
  return (
    <div className="reading-progress">
      <progress
        className="reading"
        aria-label={name === undefined ? 'Reading of this project' : `Reading of ${name}`}
        aria-valuetext={words}
        {...(total === null && moves ? {} : { value: Math.min(done, total ?? 0), max: Math.max(total ?? 1, 1) })}
      />
      <p>
        {words}. <Pace reading={reading} />
      </p>
    </div>
  );
}

function Pace({ reading: { paused, waitUntil, expectedEnd } }: { reading: Reading }): ReactElement {
  if (paused) return <>Paused by an admin; it goes on when an admin lets it.</>;
  return (
    <>
      {waitUntil !== null && (
        <>
          Waiting until <ClockTime at={waitUntil} />, because what Holdpoint may read in an hour is used up or Jira asked it to
          wait.{' '}
        </>
      )}
      {expectedEnd === null ? (
        waitUntil === null && 'When it will be done is not known yet.'
      ) : (
        <>
          Done at about <ClockTime at={expectedEnd} />, <RelativeTime at={expectedEnd} />.
        </>
      )}
    </>
  );
}
