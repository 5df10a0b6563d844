import { startPage } from '../shared/start-page';
import { IssuePanel } from './issue-panel';

void startPage(<IssuePanel />);
