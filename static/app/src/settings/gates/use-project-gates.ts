import { useCallback, useEffect, useState } from 'react';
import type { GateRow } from '../../../../../src/contracts/gate-settings';
import { wantedRowsSchema, type ProjectGatesView } from '../../../../../src/contracts/project-gates';
import type { PreviewView, SettingsProblem } from '../../../../../src/contracts/settings';
import { call, type Problem } from '../../bridge/call';
import { tell } from '../../bridge/flag';
import { carriedOver } from './carried-over';
import type { GateDocument, GateEdit } from './edit-gates';
import type { GateEditor } from './stage-gate';

const previewAfterMs = 600;

type Preview = Extract<PreviewView, { kind: 'preview' }> | Problem;
interface Worked {
  readonly rows: readonly GateRow[];
  readonly preview: Preview | null;
  readonly refused: readonly SettingsProblem[];
}

export interface ProjectGatesEditor extends GateEditor {
  readonly view: ProjectGatesView;
  readonly dirty: boolean;
  /** What saving would do; null while it is being worked out. */
  readonly preview: Preview | null;
  readonly saving: 'idle' | 'saving' | 'conflict' | Problem;
  readonly save: () => Promise<void>;
  readonly discard: () => void;
}

/** What cannot stand, by path, as the settings tell it. */
function problemsOf(rows: readonly GateRow[]): SettingsProblem[] {
  const read = wantedRowsSchema.safeParse(rows);
  if (read.success) return [];
  return read.error.issues.map(({ path, code, message }) => ({
    path: ['gates.rows', ...path].join('.'),
    message: code === 'invalid_type' ? 'Use a whole number.' : message,
  }));
}

/** Works out, a moment after the last edit, what the rows would hold and open in the project. */
function usePreview(projectId: string, rows: readonly GateRow[] | null, dirty: boolean): Worked | null {
  const [worked, setWorked] = useState<Worked | null>(null);
  useEffect(() => {
    if (rows === null || !dirty || problemsOf(rows).length > 0) return undefined;
    let current = true;
    const work = async (): Promise<void> => {
      const answer = await call('previewProjectGates', { projectId, rows });
      if (!current) return;
      if (answer.kind !== 'ok') setWorked({ rows, preview: answer, refused: [] });
      else if (answer.view.kind === 'invalid') setWorked({ rows, preview: null, refused: answer.view.problems });
      else setWorked({ rows, preview: answer.view, refused: [] });
    };
    const timer = setTimeout(() => void work(), previewAfterMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [projectId, rows, dirty]);
  return worked;
}

/** Reads the gates of a project, keeps what is changed of them, previews and saves it. */
export function useProjectGates(
  projectId: string,
  onSaved: () => void,
): { readonly editor: ProjectGatesEditor | null; readonly problem: Problem | null; readonly reload: () => Promise<void> } {
  const [view, setView] = useState<ProjectGatesView | null>(null);
  const [draft, setDraft] = useState<GateDocument | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState<ProjectGatesEditor['saving']>('idle');
  const [refusedOnSave, setRefusedOnSave] = useState<readonly SettingsProblem[]>([]);
  const reload = useCallback(async (): Promise<void> => {
    const answer = await call('projectGates', { projectId });
    setProblem(answer.kind === 'ok' ? null : answer);
    if (answer.kind !== 'ok') return;
    setView(answer.view);
    setDraft(documentOf(answer.view));
    setSaving('idle');
    setRefusedOnSave([]);
  }, [projectId]);
  useEffect(() => void Promise.resolve().then(reload), [reload]);
  const rows = draft?.gates.rows ?? null;
  const dirty = view !== null && JSON.stringify(view.rows) !== JSON.stringify(rows);
  const last = usePreview(projectId, rows, dirty);
  if (view === null || draft === null || rows === null) return { editor: null, problem, reload };
  const current = last !== null && last.rows === rows && dirty ? last : null;
  const told = dirty && last?.preview?.kind === 'preview' ? { of: last.rows, warnings: last.preview.warnings } : null;
  const edit = (change: GateEdit): void => {
    setRefusedOnSave([]);
    setDraft(change(draft));
  };
  const save = async (): Promise<void> => {
    setSaving('saving');
    const answer = await call('saveProjectGates', { projectId, rows, revision: view.revision });
    if (answer.kind !== 'ok') return setSaving(answer);
    if (answer.view.kind === 'conflict') return setSaving('conflict');
    setSaving('idle');
    if (answer.view.kind === 'invalid') return setRefusedOnSave(answer.view.problems);
    tell('Gates saved', `Verdicts of ${view.project.name} are being renewed with them.`);
    await reload();
    onSaved();
  };
  const discard = (): void => {
    setRefusedOnSave([]);
    setSaving('idle');
    setDraft(documentOf(view));
  };
  const editor: ProjectGatesEditor = {
    ...{ view, draft, dirty, saving, save, edit, discard, preview: current?.preview ?? null },
    warnings: carriedOver(told?.warnings ?? view.warnings, told?.of ?? view.rows, rows),
    problems: [...problemsOf(rows), ...(current?.refused ?? []), ...refusedOnSave],
  };
  return { editor, problem, reload };
}

function documentOf({ stages, tiers, freezes, rows }: ProjectGatesView): GateDocument {
  return { stages, tiers, gates: { rows, freezes } };
}
