import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { insertRows, integer, marks, select, write } from '../../platform/database';
import type { Answers, SamePair } from '../duplicates';

/** A candidate as it is shown. */
interface ShownSuggestion {
  readonly otherId: string;
  /** 1 for the most likely. */
  readonly place: number;
  readonly claimed: boolean;
}

/** Keeps what is shown to a person; what was shown before stays as it was shown first. */
export async function noteShownSuggestions(
  projectId: string,
  defectId: string,
  shown: readonly ShownSuggestion[],
  at: Instant,
): Promise<void> {
  const rows = shown.map(({ otherId, place, claimed }) => [defectId, otherId, projectId, place, Number(claimed), at, 'shown']);
  const columns = ['defect_id', 'other_id', 'project_id', 'place', 'claimed', 'shown_at', 'answer'];
  await insertRows('duplicate_suggestions', columns, rows, 'ON DUPLICATE KEY UPDATE place = place');
}

/** Notes what somebody said to a suggestion, where it was one: the first answer counts, from whichever side. */
export async function answerSuggestion([one, other]: SamePair, answer: 'accepted' | 'refused'): Promise<void> {
  for (const [defectId, otherId] of [
    [one, other],
    [other, one],
  ] as const) {
    const statement = `UPDATE duplicate_suggestions SET answer = ? WHERE defect_id = ? AND other_id = ? AND answer = 'shown'`;
    await write(statement, [answer, defectId, otherId]);
  }
}

/** What was suggested of these defects and nobody answered. */
export async function openSuggestions(defectIds: readonly string[]): Promise<SamePair[]> {
  if (defectIds.length === 0) return [];
  const query = `SELECT defect_id, other_id FROM duplicate_suggestions WHERE answer = 'shown' AND defect_id IN (${marks(defectIds)})`;
  const found = await select(z.object({ defect_id: z.string(), other_id: z.string() }), query, defectIds);
  return found.map(({ defect_id, other_id }) => [defect_id, other_id] as const);
}

/** How suggestions of a project were answered: those that were said to be likely, and by their place. */
export interface Scorecard {
  readonly likely: Answers;
  readonly all: Answers;
  /** Of each place from 1 on that was answered. */
  readonly places: readonly (Answers & { readonly place: number })[];
}

const row = z.object({ place: integer, claimed: integer, answer: z.enum(['shown', 'accepted', 'refused']), n: integer });

export async function scorecardOf(projectId: string): Promise<Scorecard> {
  const query = `SELECT place, claimed, answer, COUNT(*) AS n FROM duplicate_suggestions WHERE project_id = ? GROUP BY place, claimed, answer`;
  const rows = await select(row, query, [projectId]);
  const counted = (which: (one: (typeof rows)[number]) => boolean): Answers => {
    const some = rows.filter(which);
    const sum = (answer: string) => some.reduce((total, one) => total + (one.answer === answer ? one.n : 0), 0);
    return { shown: some.reduce((total, { n }) => total + n, 0), accepted: sum('accepted'), refused: sum('refused') };
  };
  const places = [...new Set(rows.map(({ place }) => place))].sort((a, b) => a - b);
  return {
    likely: counted(({ claimed }) => claimed === 1),
    all: counted(() => true),
    places: places.map((place) => ({ place, ...counted((one) => one.place === place) })),
  };
}
