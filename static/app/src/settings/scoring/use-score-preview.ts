import { useEffect, useMemo, useRef, useState } from 'react';
import type { ScorePreviewView } from '../../../../../src/contracts/score';
import type { Settings } from '../../../../../src/contracts/settings';
import { call, type Problem } from '../../bridge/call';

type Policy = Settings['scoring'];

/** So long after the last edit of what the back end has to work out. */
const askAfterMs = 300;

/** What scores are made of by the saved settings, and by those on the screen. */
export interface ScoreData {
  readonly before: ScorePreviewView;
  readonly after: ScorePreviewView;
}

/** Weights are weighed in the browser; only another half-life, number of users or project asks the back end. */
function keyOf(projectId: string, { halfLifeDays, users }: Policy): string {
  return JSON.stringify([projectId, halfLifeDays, users]);
}

/** @param policy null where what is on the screen cannot stand */
export function useScorePreview(
  projectId: string | null,
  saved: Policy,
  policy: Policy | null,
): { data: ScoreData | null; problem: Problem | null } {
  const [views, setViews] = useState<ReadonlyMap<string, ScorePreviewView>>(new Map());
  const [problem, setProblem] = useState<Problem | null>(null);
  const asked = useRef(new Set<string>());
  const halfLifeDays = policy?.halfLifeDays ?? saved.halfLifeDays;
  const users = policy?.users ?? saved.users;
  const wanted = useMemo(() => ({ ...saved, halfLifeDays, users }), [saved, halfLifeDays, users]);
  useEffect(() => {
    if (projectId === null) return undefined;
    const ask = async (scoring: Policy): Promise<void> => {
      const key = keyOf(projectId, scoring);
      if (asked.current.has(key)) return;
      asked.current.add(key);
      const answer = await call('scorePreview', { projectId, scoring });
      setProblem(answer.kind === 'ok' ? null : answer);
      if (answer.kind === 'ok') setViews((known) => new Map(known).set(key, answer.view));
      else asked.current.delete(key);
    };
    void ask(saved);
    const timer = setTimeout(() => void ask(wanted), askAfterMs);
    return () => clearTimeout(timer);
  }, [projectId, saved, wanted]);
  const before = projectId === null ? undefined : views.get(keyOf(projectId, saved));
  const after = projectId === null ? undefined : views.get(keyOf(projectId, wanted));
  return { data: before === undefined ? null : { before, after: after ?? before }, problem };
}

const titlesAfterMs = 150;
export type Titles = ReadonlyMap<string, { readonly key: string; readonly title: string } | null>;

/** Titles of the defects that are shown, as far as the viewer may see them; null for those that the viewer may not. */
export function useTitles(projectId: string | null, ids: readonly string[]): Titles {
  const [titles, setTitles] = useState<Titles>(new Map());
  const missing = ids.filter((id) => !titles.has(id)).join(' ');
  useEffect(() => {
    if (projectId === null || missing === '') return undefined;
    let gone = false;
    const timer = setTimeout(() => {
      const asked = missing.split(' ');
      void call('scoreTitles', { projectId, ids: asked }).then((answer) => {
        if (gone || answer.kind !== 'ok') return;
        const found = new Map(answer.view.titles.map(({ id, key, title }) => [id, { key, title }]));
        setTitles((known) => new Map([...known, ...asked.map((id) => [id, found.get(id) ?? null] as const)]));
      });
    }, titlesAfterMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [projectId, missing]);
  return titles;
}
