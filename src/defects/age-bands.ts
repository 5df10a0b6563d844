/** Upper ends in days of the bands that open defects are counted in by age, youngest first; the last band has no end. */
export const ageBands = [7, 30, 90, 180] as const;
