import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { GateWarning, PreviewView, Settings, SettingsProblem, SettingsView } from '../../../../src/contracts/settings';
import { call, type Problem } from '../bridge/call';
import { tell } from '../bridge/flag';
import { setServerNow } from '../shared/server-clock';
import { problemsOf, type Edit } from './edit-settings';
import { carriedOver } from './gates/carried-over';

const previewAfterMs = 600;

type Preview = Extract<PreviewView, { kind: 'preview' }>;
/** How saving went. `conflict` holds the revision that somebody else saved in between. */
export type Saving =
  { kind: 'idle' } | { kind: 'saving' } | { kind: 'conflict'; revision: number } | { kind: 'failed'; problem: Problem };

export interface SettingsEditor {
  readonly saved: SettingsView;
  readonly draft: Settings;
  readonly dirty: boolean;
  readonly problems: readonly SettingsProblem[];
  /** What saving would do; null while it is being worked out, or where it cannot be. */
  readonly preview: Preview | Problem | null;
  /** About the gates of the draft, as far as it is known. */
  readonly warnings: readonly GateWarning[];
  readonly saving: Saving;
  readonly edit: (edit: Edit) => void;
  readonly discard: () => void;
  readonly save: (overRevision?: number) => Promise<void>;
  readonly reload: () => Promise<void>;
}

interface Worked {
  readonly draft: Settings;
  readonly preview: Preview | Problem | null;
  readonly refused: readonly SettingsProblem[];
}

/** Works out, a moment after the last edit, what saving the draft would hold and open. */
function usePreview(draft: Settings | null, dirty: boolean): Omit<Worked, 'draft'> & { last: Worked | null } {
  const [worked, setWorked] = useState<Worked | null>(null);
  useEffect(() => {
    if (draft === null || !dirty || problemsOf(draft).length > 0) return undefined;
    let current = true;
    const work = async (): Promise<void> => {
      const answer = await call('previewSettings', { settings: draft });
      if (!current) return;
      if (answer.kind !== 'ok') setWorked({ draft, preview: answer, refused: [] });
      else if (answer.view.kind === 'invalid') setWorked({ draft, preview: null, refused: answer.view.problems });
      else setWorked({ draft, preview: answer.view, refused: [] });
    };
    const timer = setTimeout(() => void work(), previewAfterMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [draft, dirty]);
  // An answer to an earlier draft says nothing of this one.
  const { preview, refused } = worked !== null && worked.draft === draft && dirty ? worked : { preview: null, refused: [] };
  return { preview, refused, last: worked };
}

/** Warnings of the draft: what was said of it last, or else of what is saved. */
function warningsOf(draft: Settings, dirty: boolean, saved: SettingsView, last: Worked | null): GateWarning[] {
  if (!dirty || last?.preview?.kind !== 'preview')
    return carriedOver(saved.warnings, saved.settings.gates.rows, draft.gates.rows);
  return carriedOver(last.preview.warnings, last.draft.gates.rows, draft.gates.rows);
}

/** Reads the settings, keeps the draft, previews and saves it. */
export function useSettings(): { editor: SettingsEditor | null; problem: Problem | null; reload: () => Promise<void> } {
  const [saved, setSaved] = useState<SettingsView | null>(null);
  const [draft, setDraft] = useState<Settings | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const [refusedOnSave, setRefusedOnSave] = useState<readonly SettingsProblem[]>([]);
  const dirty = useMemo(() => saved !== null && JSON.stringify(saved.settings) !== JSON.stringify(draft), [saved, draft]);
  const { preview, refused, last } = usePreview(draft, dirty);

  const reload = useCallback(async () => {
    const answer = await call('settings', {});
    setProblem(answer.kind === 'ok' ? null : answer);
    if (answer.kind !== 'ok') return;
    setServerNow(answer.view.now);
    setSaved(answer.view);
    setDraft(answer.view.settings);
    setSaving({ kind: 'idle' });
    setRefusedOnSave([]);
  }, []);
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void reload();
  }, [reload]);

  if (saved === null || draft === null) return { editor: null, problem, reload };
  const warnings = warningsOf(draft, dirty, saved, last);
  const save = async (overRevision = saved.revision): Promise<void> => {
    setSaving({ kind: 'saving' });
    const answer = await call('saveSettings', { settings: draft, revision: overRevision });
    if (answer.kind !== 'ok') return setSaving({ kind: 'failed', problem: answer });
    if (answer.view.kind === 'conflict') return setSaving({ kind: 'conflict', revision: answer.view.revision });
    setSaving({ kind: 'idle' });
    if (answer.view.kind === 'invalid') return setRefusedOnSave(answer.view.problems);
    setSaved({ ...saved, settings: draft, warnings, revision: answer.view.revision, damaged: null });
    tell('Settings saved', 'Verdicts are being renewed with them.');
  };
  const editor: SettingsEditor = {
    ...{ saved, draft, dirty, preview, warnings, saving, save, reload },
    problems: [...problemsOf(draft), ...refused, ...refusedOnSave],
    edit: (edit) => {
      setRefusedOnSave([]);
      setDraft(edit(draft));
    },
    discard: () => {
      setRefusedOnSave([]);
      setSaving({ kind: 'idle' });
      setDraft(saved.settings);
    },
  };
  return { editor, problem, reload };
}
