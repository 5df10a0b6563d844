import { startPage } from '../shared/start-page';
import { ProjectPage } from './project-page';

void startPage(<ProjectPage />);
