/** The page without its data; null where the command was not built by tools/build-cli.mjs, which puts it here. */
export const template: string | null = null;
/** Stands in the template where the data goes. */
export const dataMark = '<!--holdpoint:data-->';
/** Stands in the template where the title goes. */
export const titleMark = '<!--holdpoint:title-->';
