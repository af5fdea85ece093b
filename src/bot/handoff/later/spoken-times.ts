import type { RequestMessage } from "../../../model/request-message.ts";
import type { Request } from "../../../model/request.ts";
import type { RequestBook } from "../request-book.ts";

/** When each side said something last, in ms since 1970; undefined while it said nothing. */
export interface Spoken {
  readonly asker: number | undefined;
  readonly adviser: number | undefined;
}

/** When people spoke last of requests: asked at every tick, their texts are opened once for each change. */
export class SpokenTimes {
  readonly #book: RequestBook;
  readonly #known = new Map<string, Spoken & { readonly revision: number }>();

  constructor(book: RequestBook) {
    this.#book = book;
  }

  async of({ id, revision }: Pick<Request, "id" | "revision">): Promise<Spoken> {
    const known = this.#known.get(id);
    if (known?.revision === revision) return known;
    const said = await this.#book.messages(id);
    const found = { revision, asker: lastOf(said, "in"), adviser: lastOf(said, "out") };
    this.#known.set(id, found);
    return found;
  }

  /** Forgets those that are not looked at any more. @param ids of requests that are */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.#known.keys()) if (!ids.has(id)) this.#known.delete(id);
  }
}

function lastOf(said: readonly RequestMessage[], direction: "in" | "out"): number | undefined {
  const last = said.findLast((message) => message.direction === direction);
  return last && Date.parse(last.at);
}
