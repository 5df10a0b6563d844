import type { Area } from '../area';
import { accounts } from './accounts';
import { catalogue } from './catalogue';
import { checkout } from './checkout';
import { mobileWeb } from './mobile-web';
import { payments } from './payments';
import { search } from './search';
import { warehouse } from './warehouse';

/** The parts of the web shop with how much of all reports each of them draws. */
export const areas: readonly (readonly [Area, number])[] = [
  [checkout, 22],
  [payments, 18],
  [search, 13],
  [catalogue, 16],
  [accounts, 12],
  [warehouse, 11],
  [mobileWeb, 8],
];
