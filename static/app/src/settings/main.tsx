import { startPage } from '../shared/start-page';
import { SettingsPage } from './settings-page';

void startPage(<SettingsPage />);
