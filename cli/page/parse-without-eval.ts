import { config } from 'zod';

/** The page's security policy lets no text be run as code: imported first of all, before any schema exists. */
config({ jitless: true });
