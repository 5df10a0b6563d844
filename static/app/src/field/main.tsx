import { startPage } from '../shared/start-page';
import { FieldPage } from './field-page';

void startPage(<FieldPage />);
