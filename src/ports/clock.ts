/** What time it is: passed in, so that a test or a rehearsal can hold it still. */
export interface Clock {
  now(): Date;
}
