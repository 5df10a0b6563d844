export { insertRows, marks, select, TablesNotReady, write } from './client';
export type { SqlValue } from './client';
export { flag, integer, json } from './columns';
export { migrate } from './migrate';
export { newestHolds } from './newest-holds';
