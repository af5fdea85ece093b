/** Whoever is named in a text is not called: everyone least of all. */
export const callNobody = { parse: [], replied_user: false } as const;
