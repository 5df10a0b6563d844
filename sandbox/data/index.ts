/** Where the sandbox's Jira gets its first data from: generated, empty, or imported from an export. */
export { emptyProject, withEmptyProject } from './empty';
export { generateShop } from './shop';
export { importSearchJson } from './import/import-search-json';
