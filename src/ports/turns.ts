/** Runs what is asked under one name one after the other, in the order asked. */
export interface Turns {
  run<T>(name: string, task: () => Promise<T>): Promise<T>;
}
