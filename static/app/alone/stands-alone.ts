export const standsAlone = true;
