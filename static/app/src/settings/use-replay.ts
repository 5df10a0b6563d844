import { useEffect, useMemo, useState } from 'react';
import type { BridgeView } from '../../../../src/contracts/bridge';
import type { Settings } from '../../../../src/contracts/settings';
import { call, type Problem } from '../bridge/call';
import type { SettingsEditor } from './use-settings';

/** It takes longer than the preview, and waits for it to have gone first. */
const replayAfterMs = 900;

export type Replayed = Extract<BridgeView<'replaySettings'>, { kind: 'replayed' }>;

/** What decides a gate, as one text. */
function decisive({ gates, stages, tiers, slaTargetDays }: Settings): string {
  const { rows, freshHours } = gates;
  return JSON.stringify([rows, freshHours, stages.map(({ key, name, gated }) => [key, name, gated]), tiers, slaTargetDays]);
}

/**
 * Works out what the draft would have made of the decisions of the last 90 days, where it changes what decides a gate.
 * @returns `none` where it changes nothing of that; null while it is being worked out
 */
export function useReplay({
  saved,
  draft,
  problems,
}: Pick<SettingsEditor, 'saved' | 'draft' | 'problems'>): Replayed | Problem | 'none' | null {
  const proposed = useMemo(() => decisive(draft), [draft]);
  const isOther = saved.damaged === null && decisive(saved.settings) !== proposed;
  const valid = problems.length === 0;
  const [worked, setWorked] = useState<{ readonly proposed: string; readonly answer: Replayed | Problem | 'none' } | null>(null);
  useEffect(() => {
    if (!isOther || !valid) return undefined;
    let current = true;
    const work = async (): Promise<void> => {
      const answer = await call('replaySettings', { settings: draft });
      if (!current) return;
      setWorked({ proposed, answer: answer.kind !== 'ok' ? answer : answer.view.kind === 'invalid' ? 'none' : answer.view });
    };
    const timer = setTimeout(() => void work(), replayAfterMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // Edits of other settings do not ask again: the draft is the same as far as gates are decided by it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [proposed, isOther, valid]);
  if (!isOther || !valid) return 'none';
  return worked?.proposed === proposed ? worked.answer : null;
}
