import type { ReactElement } from 'react';

interface Counts {
  readonly toDo: number;
  readonly inProgress: number;
  readonly done: number;
}

/** The defects of a release by Jira's status category, as a bar and in numbers. */
export function ProgressByCategory({ counts }: { counts: Counts }): ReactElement {
  const parts = [
    { key: 'done', words: 'done', count: counts.done },
    { key: 'in-progress', words: 'in progress', count: counts.inProgress },
    { key: 'to-do', words: 'to do', count: counts.toDo },
  ];
  const all = counts.toDo + counts.inProgress + counts.done;
  if (all === 0) return <p className="subtle">No defect names this release.</p>;
  return (
    <div className="progress">
      <div className="progress-bar" aria-hidden="true">
        {parts.map(
          ({ key, count }) => count > 0 && <span key={key} className={`part part-${key}`} style={{ flexGrow: count }} />,
        )}
      </div>
      <ul className="progress-counts" aria-label={`${all} defects by status`}>
        {parts.map(({ key, words, count }) => (
          <li key={key}>
            <span className={`swatch part-${key}`} aria-hidden="true" /> <strong>{count}</strong> {words}
          </li>
        ))}
      </ul>
    </div>
  );
}
