/** Whether the page is a file of its own, outside Jira: there is nothing to change, and issues may lead nowhere. The build of that file says so. */
export const standsAlone: boolean = false;
