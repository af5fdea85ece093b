import type { TogetherChat } from "./together-chat.ts";

/** The other end of each choice of the short path. */
export const farAnswers = ["1", "4", "4", "4", "4", "4", "4", "4", "5", "4", "1 2 3", "1"];

/** Answers every question, and sees the result. */
export async function answers(
  chat: TogetherChat,
  who: string,
  given: readonly string[],
): Promise<string> {
  return chat.saysAll(who, [...given, "voir mon résultat"]);
}

/** Amina has opened a code; it is given as it was shown. */
export async function opened(chat: TogetherChat): Promise<{ code: string; heard: string }> {
  await chat.saysAll("amina", ["commencer le diagnostic", "à plusieurs"]);
  const heard = await chat.says("amina", "1");
  const code = /\*\*([A-Z0-9]{4}-[A-Z0-9]{4})\*\*/u.exec(heard)?.[1] ?? "";
  return { code, heard };
}
