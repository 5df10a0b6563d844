import type { User } from '../jira/model';
import type { Exchange } from './exchange';
import type { ChromeParts } from './parts';
import type { ViewerJira } from './viewer-jira';

/** What every page has at hand. */
export interface PageContext {
  readonly parts: ChromeParts;
  readonly exchange: Exchange;
  readonly viewer: User;
  readonly jira: ViewerJira;
}
