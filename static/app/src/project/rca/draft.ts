import type { AnalysisContentView } from '../../../../../src/contracts/analyses';

/** An analysis as somebody writes it. */
export type Draft = AnalysisContentView;
export type CauseDraft = Draft['causes'][number];
export type LevelDraft = CauseDraft['levels'][number];
export type ActionDraft = Draft['actions'][number];
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** What a person does with it. */
export type Act =
  | { readonly act: 'write'; readonly content: Draft }
  | { readonly act: 'submit' | 'approve' }
  | { readonly act: 'return'; readonly because: string };

/** A chain of answers goes so deep at most. */
export const mostLevels = 5;
const emptyLevel: LevelDraft = { because: '', evidence: '' };
const emptyAction: ActionDraft = { what: '', owner: '', due: '', check: '', checkOn: '' };

/** What one begins with: a cause of two answers, and an action. */
export function begun(draft: Draft): Draft {
  if (draft.causes.length + draft.actions.length > 0) return draft;
  return { causes: [{ levels: [emptyLevel, emptyLevel] }], actions: [emptyAction] };
}

export function withCause(draft: Draft): Draft {
  return { ...draft, causes: [...draft.causes, { levels: [emptyLevel, emptyLevel] }] };
}

export function withoutCause(draft: Draft, at: number): Draft {
  return { ...draft, causes: draft.causes.filter((_, n) => n !== at) };
}

export function withLevel(draft: Draft, at: number, level: number, parts: Partial<LevelDraft>): Draft {
  return changedCause(draft, at, ({ levels }) => ({
    levels: levels.map((one, n) => (n === level ? { ...one, ...parts } : one)),
  }));
}

/** Asks "why?" once more. */
export function deeper(draft: Draft, at: number): Draft {
  return changedCause(draft, at, ({ levels }) => ({ levels: levels.length < mostLevels ? [...levels, emptyLevel] : levels }));
}

/** Takes the last answer away. */
export function shallower(draft: Draft, at: number): Draft {
  return changedCause(draft, at, ({ levels }) => ({ levels: levels.slice(0, Math.max(1, levels.length - 1)) }));
}

function changedCause(draft: Draft, at: number, change: (cause: CauseDraft) => CauseDraft): Draft {
  return { ...draft, causes: draft.causes.map((cause, n) => (n === at ? change(cause) : cause)) };
}

export function withAction(draft: Draft): Draft {
  return { ...draft, actions: [...draft.actions, emptyAction] };
}

export function withoutAction(draft: Draft, at: number): Draft {
  return { ...draft, actions: draft.actions.filter((_, n) => n !== at) };
}

export function changedAction(draft: Draft, at: number, parts: Partial<ActionDraft>): Draft {
  return { ...draft, actions: draft.actions.map((action, n) => (n === at ? { ...action, ...parts } : action)) };
}

/** What is wrong with one field or one group; undefined while nothing is. */
export function problemAt(problems: readonly Problem[], path: string): string | undefined {
  return problems.find((problem) => problem.path === path)?.message;
}
