import { startPage } from '../shared/start-page';
import { RulePage } from './rule-page';

void startPage(<RulePage />);
