/**
 * What takes a while to make and is made once, for all who ask, also at the same time; where making it failed,
 * who asks next makes it anew.
 */
export function keptOnceMade<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let making: Promise<Made> | undefined;
  return async () => {
    const made = (making ??= make());
    try {
      return await made;
    } catch (cause) {
      // Somebody else may be making it anew already.
      if (making === made) making = undefined;
      throw cause;
    }
  };
}
