/** The environment of a process whose clock is so many ms ahead of the real one, timers apart. */
export function clockAhead(ms: number): Readonly<Record<string, string>> {
  const module = `
    const RealDate = Date;
    globalThis.Date = class Date extends RealDate {
      constructor(...given) {
        if (given.length === 0) super(RealDate.now() + ${ms});
        else super(...given);
      }
      static now() {
        return RealDate.now() + ${ms};
      }
    };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(module)}` };
}
