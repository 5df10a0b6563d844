import type { ReactElement } from 'react';
import type { SettingsEditor } from './use-settings';

/** What saving would hold and open, on the releases of today. */
export function PreviewWords({ preview }: { preview: SettingsEditor['preview'] }): ReactElement {
  if (preview === null) return <p className="subtle">Working out what this would hold and open…</p>;
  if (preview.kind !== 'preview')
    return <p className="subtle">What this would hold and open cannot be worked out now: {preview.message}</p>;
  const { sentence, changes, judged } = preview;
  return (
    <>
      <p>{sentence}</p>
      {changes.length > 0 && (
        <details className="preview-changes">
          <summary>
            {changes.length} verdict{changes.length === 1 ? '' : 's'} would change, of {judged} release{judged === 1 ? '' : 's'}{' '}
            judged
          </summary>
          <ul>
            {changes.map(({ projectKey, version, stage, from, to, because }) => (
              <li key={`${projectKey} ${version} ${stage}`}>
                <strong>
                  {projectKey} {version}, {stage}
                </strong>
                : {from} → {to}. {because}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
