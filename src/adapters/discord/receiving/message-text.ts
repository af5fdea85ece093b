import { idOf, listOf, textOf } from "../field-of.ts";

/** What a person wrote, without the mention that calls us, and with names in the place of ids. */
export function messageText(message: unknown, ourUser: string): string {
  const names = new Map(
    listOf(message, "mentions").map((user) => [
      idOf(user, "id"),
      textOf(user, "global_name") ?? textOf(user, "username") ?? "",
    ]),
  );
  return (textOf(message, "content") ?? "")
    .replaceAll(/<@!?(\d{1,20})>/g, (whole, id: string) => {
      if (id === ourUser) return " ";
      const name = names.get(id);
      return name === undefined || name === "" ? whole : `@${name}`;
    })
    .replaceAll(/<a?(:\w{2,32}:)\d{1,20}>/g, "$1")
    .replaceAll(/[ \t]+/g, " ")
    .trim();
}
