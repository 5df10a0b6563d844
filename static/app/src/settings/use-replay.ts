import { useEffect, useMemo, useRef, useState } from 'react';
import type { BridgeView } from '../../../../src/contracts/bridge';
import type { Answer } from '../../../../src/contracts/screen';
import type { Settings } from '../../../../src/contracts/settings';
import { call, type Problem } from '../bridge/call';
import type { SettingsEditor } from './use-settings';

/** It takes longer than the preview, and waits for it to have gone first. */
const replayAfterMs = 900;

type ReplayView = BridgeView<'replaySettings'>;
export type Replayed = Extract<ReplayView, { kind: 'replayed' }>;
/** `none` where nothing is to be replayed; null while it is being worked out. */
export type Replaying = Replayed | Problem | 'none' | null;

/**
 * Works out, a moment after the last change, what changed gates would have made of the decisions of the last 90 days.
 * @param proposed what decides the gates, as one text; null where nothing of that is changed, or it cannot stand
 * @param ask asks the back end about it
 */
export function useReplay(proposed: string | null, ask: () => Promise<Answer<ReplayView>>): Replaying {
  const [worked, setWorked] = useState<{ readonly proposed: string; readonly answer: Replaying } | null>(null);
  const asking = useRef(ask);
  useEffect(() => void (asking.current = ask));
  useEffect(() => {
    if (proposed === null) return undefined;
    let current = true;
    const work = async (): Promise<void> => {
      const answer = await asking.current();
      if (!current) return;
      setWorked({ proposed, answer: answer.kind !== 'ok' ? answer : answer.view.kind === 'invalid' ? 'none' : answer.view });
    };
    const timer = setTimeout(() => void work(), replayAfterMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [proposed]);
  if (proposed === null) return 'none';
  return worked?.proposed === proposed ? worked.answer : null;
}

/** What decides a gate, as one text: edits of other settings do not ask again. */
function decisive({ gates, stages, tiers, slaTargetDays }: Settings): string {
  const { rows, byProject, freshHours } = gates;
  return JSON.stringify([
    rows,
    byProject,
    freshHours,
    stages.map(({ key, name, gated }) => [key, name, gated]),
    tiers,
    slaTargetDays,
  ]);
}

/** What the draft of all settings would have made of them. */
export function useSettingsReplay({ saved, draft, problems }: Pick<SettingsEditor, 'saved' | 'draft' | 'problems'>): Replaying {
  const proposed = useMemo(() => decisive(draft), [draft]);
  const isOther = saved.damaged === null && decisive(saved.settings) !== proposed;
  return useReplay(isOther && problems.length === 0 ? proposed : null, () => call('replaySettings', { settings: draft }));
}
