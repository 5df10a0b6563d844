import Button from '@atlaskit/button/new';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';
import { GateWarnings } from './gates/gate-warnings';
import { PreviewWords } from './preview-words';
import { SettingsReplay } from './replay-words';
import type { SettingsEditor } from './use-settings';

/** What is unsaved, what saving it would do, and the ways on. Stays in sight. @param lift pixels up from the page's end */
export function SaveBar({ editor, lift }: { editor: SettingsEditor; lift: number }): ReactElement | null {
  const { dirty, problems, saving, saved, save, discard } = editor;
  const damaged = saved.damaged !== null;
  if (!dirty && !damaged) return null;
  return (
    <section className="save-bar" aria-label="Unsaved changes" style={{ transform: `translateY(${-lift}px)` }}>
      <div className="save-words" role="status">
        <p className="save-title">
          <WarningIcon label="" />
          <strong>{dirty ? 'Unsaved changes' : 'Not saved yet'}</strong>
        </p>
        {problems.length > 0 ? (
          <p className="problem">
            {problems.length === 1
              ? `One thing to put right: ${problems[0]?.message ?? ''}`
              : `${problems.length} things to put right first.`}
          </p>
        ) : (
          dirty && (
            <>
              <PreviewWords preview={editor.preview} />
              <SettingsReplay editor={editor} />
            </>
          )
        )}
        <GateWarnings editor={editor} />
        <SavingWords editor={editor} />
      </div>
      {saving.kind !== 'conflict' && (
        <div className="actions">
          <Button
            appearance="primary"
            isDisabled={problems.length > 0}
            isLoading={saving.kind === 'saving'}
            onClick={() => void save()}
          >
            Save
          </Button>
          {dirty && (
            <Button appearance="subtle" onClick={discard}>
              Discard changes
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function SavingWords({ editor: { saving, save, reload } }: { editor: SettingsEditor }): ReactElement | null {
  if (saving.kind === 'failed') {
    return (
      <p className="problem" role="alert">
        Not saved. {saving.problem.title}. {saving.problem.message}
      </p>
    );
  }
  if (saving.kind !== 'conflict') return null;
  return (
    <div className="stack stack-tight" role="alert">
      <p className="problem">Not saved: somebody else has saved these settings in the meantime. Your changes are still here.</p>
      <div className="actions">
        <Button onClick={() => void reload()}>Take theirs and drop mine</Button>
        <Button appearance="warning" onClick={() => void save(saving.revision)}>
          Save mine over theirs
        </Button>
      </div>
    </div>
  );
}
