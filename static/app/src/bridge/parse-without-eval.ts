import { config } from 'zod';

/**
 * Zod compiles its parsers with `new Function`, which the content security policy of Forge refuses (and reports, once a page).
 * Imported first of all, before any schema exists.
 */
config({ jitless: true });
