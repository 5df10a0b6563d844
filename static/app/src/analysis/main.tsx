import { startPage } from '../shared/start-page';
import { AnalysisPage } from './analysis-page';

void startPage(<AnalysisPage />);
