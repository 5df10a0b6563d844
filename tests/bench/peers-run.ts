import { peersOfReading } from './peers-reading';
import { peersOfSearch } from './peers-search';
import { peersOfStatistics } from './peers-statistics';

const at = process.argv.indexOf('--file');
peersOfStatistics();
peersOfReading();
peersOfSearch(at === -1 ? null : (process.argv[at + 1] ?? null));
