/** Answers of a screen to what was chosen on it, as long as nothing has changed since. */
export interface KeptAnswers<View> {
  readonly views: ReadonlyMap<string, View>;
  /** The choice that was answered or shown last. */
  readonly latest: string | null;
}

/** More choices than these nobody goes back to; each may hold the dots of ten thousand defects. */
const most = 8;

export const noAnswers: KeptAnswers<never> = { views: new Map<string, never>(), latest: null };

/** Keeps an answer beside those of the same revision; one of another revision drives them out. */
export function keepAnswer<View extends { readonly revision?: string }>(
  { views, latest }: KeptAnswers<View>,
  choice: string,
  view: View,
): KeptAnswers<View> {
  const before = latest === null ? undefined : views.get(latest);
  const isSame = view.revision !== undefined && before?.revision === view.revision;
  const others = isSame ? [...views].filter(([other]) => other !== choice).slice(1 - most) : [];
  return { views: new Map([...others, [choice, view]]), latest: choice };
}

/** Keeps an answer to what may be chosen next, beside the one that is shown; one of another revision is of no use. */
export function keepBeside<View extends { readonly revision?: string }>(
  kept: KeptAnswers<View>,
  choice: string,
  view: View,
): KeptAnswers<View> {
  const { views, latest } = kept;
  const shown = latest === null ? undefined : views.get(latest);
  if (latest === null || shown?.revision === undefined || shown.revision !== view.revision || choice === latest) return kept;
  const others = [...views].filter(([other]) => other !== choice && other !== latest).slice(2 - most);
  return { views: new Map([...others, [choice, view], [latest, shown]]), latest };
}

/** What is shown for a choice: its answer, or the one that was there before, while the new one is under way. */
export function answerFor<View>(
  { views, latest }: KeptAnswers<View>,
  choice: string,
): { readonly view: View | null; readonly waiting: boolean } {
  const own = views.get(choice) ?? null;
  const view = own ?? (latest === null ? null : (views.get(latest) ?? null));
  return { view, waiting: own === null && view !== null };
}
