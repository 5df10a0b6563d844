import { projects } from './001-projects';
import { defects } from './002-defects';
import { tickets } from './003-tickets';
import { dirtyIssues } from './004-dirty-issues';
import { decisions } from './005-decisions';
import { defectFacts } from './007-defect-facts';
import { toRead } from './008-to-read';
import { points } from './009-points';
import { lookBacks } from './010-look-backs';
import { accesses } from './011-accesses';
import { history } from './012-history';
import { failedExpressions } from './013-failed-expressions';
import { deliveries } from './014-deliveries';
import { facts } from './015-facts';
import { messages } from './016-messages';
import { behaviours } from './017-behaviours';
import { scores } from './017-scores';
import { duplicates } from './018-duplicates';
import { deferrals } from './019-deferrals';
import { triage } from './020-triage';
import { duplicateLinks } from './021-duplicate-links';
import { origins } from './022-origins';
import { triageComments } from './023-triage-comments';
import { dayCounts } from './025-day-counts';
import { analyses } from './026-analyses';
import { controls } from './029-controls';
import type { Migration } from './migration';

/** In the order in which they run. A released migration is never edited: add one. */
export const migrations: readonly Migration[] = [
  ...projects,
  ...defects,
  ...tickets,
  ...dirtyIssues,
  ...decisions,
  ...defectFacts,
  ...toRead,
  ...points,
  ...lookBacks,
  ...accesses,
  ...history,
  ...failedExpressions,
  ...deliveries,
  ...facts,
  ...messages,
  ...scores,
  ...behaviours,
  ...duplicates,
  ...deferrals,
  ...triage,
  ...duplicateLinks,
  ...origins,
  ...triageComments,
  ...dayCounts,
  ...analyses,
  ...controls,
];
