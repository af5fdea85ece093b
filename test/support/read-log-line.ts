/** What a line of an assistant's log says; undefined for a stack, or a word of the launcher. */
export function readLogLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
