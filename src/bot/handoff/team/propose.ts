import type { AnswerModel } from "../../../model/directory.ts";
import { say } from "../../../model/reply.ts";
import type { Change } from "../../../ports/store.ts";
import { foldText } from "../../../understanding/fold-text.ts";
import { unlessTheirs } from "./change-request.ts";
import { answer, type RequestDesk } from "./desk.ts";
import { relatedPages, workshopLine } from "./sheet.ts";
import { showFirst } from "./show-first.ts";

/** « Proposer une fiche »: the pages that may help, or one of them as words to correct before they go. */
export function proposePage(desk: RequestDesk, name?: string): readonly Change[] {
  const { request, tell, parts } = desk;
  const pages = relatedPages(request, parts.knowledge());
  const refused = unlessTheirs(desk);
  if (refused) return refused;
  const { language } = request;
  const at = Number(/^\d+/u.exec(name ?? "")?.[0]) - 1;
  const page = pages[at];
  if (page) {
    const text = `**${page.title[language]}**\n\n${page.text[language].trim()}`;
    return showFirst(desk, { text, isProposed: true });
  }
  if (pages.length === 0) return answer(desk, say(tell("hd-no-page")));
  const choices = pages.map(({ title }, index) => {
    const label = tell("hd-page-number", { count: index + 1, title: title[desk.team.language] });
    return { label: label.slice(0, 80), value: `page ${index + 1}` };
  });
  return answer(desk, say(tell("hd-sheet-pages"), choices));
}

/** « Atelier lié »: the theme's next workshop. */
export function proposeWorkshop(desk: RequestDesk): readonly Change[] {
  return answer(desk, say(workshopLine(desk.request, desk) ?? desk.tell("hd-no-workshop")));
}

/** « Modèle de réponse »: the models of the directory, or one of them as words to correct before they go. */
export function proposeModel(desk: RequestDesk, name?: string): readonly Change[] {
  const { request, tell, team, parts } = desk;
  const refused = unlessTheirs(desk);
  if (refused) return refused;
  const { models } = parts.knowledge().library.directory;
  const fitting = models.filter(({ theme }) => theme === undefined || theme === request.theme);
  const model = name === undefined ? undefined : fitting.find((one) => bears(one, name));
  if (model) return showFirst(desk, { text: model.text[request.language], isProposed: true });
  if (fitting.length === 0) return answer(desk, say(tell("hd-no-model")));
  const choices = fitting.map(({ title }) => {
    const label = tell("hd-model-named", { title: title[team.language] });
    return { label: label.slice(0, 80), value: label };
  });
  return answer(desk, say(tell("hd-models"), choices));
}

/** Whether a model is meant by its id or a part of its title. */
function bears({ id, title }: AnswerModel, name: string): boolean {
  const said = plain(name);
  return [id, title.fr, title.en].some((one) => plain(one).startsWith(said));
}

function plain(text: string): string {
  return foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
