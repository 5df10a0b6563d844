import type { Instant } from '../../kernel/instant';
import type { Action, AnalysisContent, Cause } from './analysis';
import { blameIn } from './blame';

/** What is missing or wrong, and where: `causes.0.levels.1.evidence`. */
export interface AnalysisProblem {
  readonly path: string;
  readonly message: string;
}

const mostCauses = 12;
const mostLevels = 5;
const mostActions = 20;
/** Of each text. */
const mostLetters = 1000;
/** One answer tells what happened; the second is the first that tells why. */
const leastLevels = 2;

/** What keeps an analysis from being submitted; none where it is complete. */
export function analysisProblems(content: AnalysisContent, now: Instant): AnalysisProblem[] {
  const { causes, actions } = content;
  return [
    ...refusedContent(content),
    ...(causes.length === 0 ? [problem('causes', 'Name at least one cause.')] : []),
    ...causes.flatMap((cause, n) => causeProblems(cause, `causes.${n}`)),
    ...(actions.length === 0 ? [problem('actions', 'Name at least one action, so that it does not happen again.')] : []),
    ...actions.flatMap((action, n) => actionProblems(action, `actions.${n}`, now)),
  ];
}

/** What may not stand in an analysis at any time, a draft or not: people as causes, and more than it can hold. */
export function refusedContent({ causes, actions }: AnalysisContent): AnalysisProblem[] {
  return [
    ...(causes.length > mostCauses ? [problem('causes', `Name at most ${mostCauses} causes.`)] : []),
    ...(actions.length > mostActions ? [problem('actions', `Name at most ${mostActions} actions.`)] : []),
    ...causes.flatMap(({ levels }, n) => [
      ...(levels.length > mostLevels ? [problem(`causes.${n}`, `A cause goes at most ${mostLevels} levels deep.`)] : []),
      ...levels.flatMap(({ because }, level) => {
        const hint = blameIn(because);
        return hint === null ? [] : [problem(`causes.${n}.levels.${level}.because`, hint)];
      }),
    ]),
  ];
}

function causeProblems({ levels }: Cause, path: string): AnalysisProblem[] {
  const shallow =
    levels.length < leastLevels ? [problem(path, 'One answer tells what happened. Ask "why?" of it once more.')] : [];
  return [
    ...shallow,
    ...levels.flatMap(({ because, evidence }, n) => [
      ...textProblems(because, `${path}.levels.${n}.because`, 'Say why.'),
      ...textProblems(evidence, `${path}.levels.${n}.evidence`, 'Say what shows it: a link, a figure, what was seen.'),
    ]),
  ];
}

function actionProblems({ what, owner, due, check, checkOn }: Action, path: string, now: Instant): AnalysisProblem[] {
  const today = now.slice(0, 10);
  return [
    ...textProblems(what, `${path}.what`, 'Say what is done.'),
    ...(owner === '' ? [problem(`${path}.owner`, 'Choose who does it.')] : []),
    ...(!isDay(due) ? [problem(`${path}.due`, 'Choose the day on which it is done.')] : []),
    ...textProblems(check, `${path}.check`, 'Say by what one will see whether it helped.'),
    ...(!isDay(checkOn) ? [problem(`${path}.checkOn`, 'Choose the day on which somebody looks whether it helped.')] : []),
    ...(isDay(due) && isDay(checkOn) && checkOn <= due
      ? [problem(`${path}.checkOn`, 'Look for the effect after the action is done: choose a later day.')]
      : []),
    ...(isDay(checkOn) && checkOn <= today ? [problem(`${path}.checkOn`, 'Choose a day that is still to come.')] : []),
  ];
}

function textProblems(text: string, path: string, missing: string): AnalysisProblem[] {
  if (text.trim() === '') return [problem(path, missing)];
  return text.length > mostLetters ? [problem(path, `Keep it below ${mostLetters} letters.`)] : [];
}

/** A calendar day that there is. */
function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00.000Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function problem(path: string, message: string): AnalysisProblem {
  return { path, message };
}
