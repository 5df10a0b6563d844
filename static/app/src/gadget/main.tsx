import { startPage } from '../shared/start-page';
import { Gadget } from './gadget';

void startPage(<Gadget />);
