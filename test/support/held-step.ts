/** A step that whoever reaches it waits at, until it is released. */
export interface HeldStep {
  readonly pass: () => Promise<void>;
  /** Resolves once somebody waits at the step. */
  readonly reached: Promise<void>;
  readonly release: () => void;
}

/** Holds a step of a test's own story, so that another may be taken in the middle of it. */
export function holdStep(): HeldStep {
  let release: () => void = () => undefined;
  let reach: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const pass = () => {
    reach();
    return released;
  };
  return { pass, reached, release };
}
