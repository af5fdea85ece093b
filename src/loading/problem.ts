/** Something wrong in a file an author or an operator wrote. */
export interface Problem {
  /** Path from the project's root. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** One problem as one line: `file:line message (remedy)`. */
export function describeProblem({ file, line, message, remedy }: Problem): string {
  return `${file}:${line} ${message}. ${remedy}.`;
}

/** Collects the problems of one file. */
export class Problems {
  readonly file: string;
  readonly found: Problem[] = [];

  constructor(file: string) {
    this.file = file;
  }

  add(line: number, message: string, remedy: string): void {
    this.found.push({ file: this.file, line, message, remedy });
  }
}
