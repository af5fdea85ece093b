import type { DeliveryProof } from "../../delivery/campaigns.ts";
import type { Language } from "../../model/language.ts";
import type { PhraseKey } from "../../model/phrases.ts";
import { nameOf } from "../../sign-up/tell-notice.ts";
import { workshopSaying, type Knowledge } from "../knowledge.ts";

/** What became of an announcement: "Annonce n° 42 […] : 11 salons, 11 confirmés, 0 doublon." */
export function tellProof(
  {
    campaign,
    rooms,
    people,
    confirmed,
    unconfirmed,
    doubled,
    retried,
    failed,
    skipped,
  }: DeliveryProof,
  knowledge: Knowledge,
  { language, now }: { readonly language: Language; readonly now: Date },
): string {
  const saying = workshopSaying(knowledge, language, now);
  const { tell, workshops } = saying;
  const about = workshops.find(({ id }) => id === campaign.workshops[0]);
  const left = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  const count = (value: number, one: PhraseKey, many: PhraseKey) =>
    tell(value > 1 ? many : one, { count: value });
  const others = [
    unconfirmed > 0 ? count(unconfirmed, "proof-unconfirmed-one", "proof-unconfirmed-many") : "",
    left > 0 ? count(left, "proof-skipped-one", "proof-skipped-many") : "",
    retried > 0 ? count(retried, "proof-retried-one", "proof-retried-many") : "",
    failed > 0 ? count(failed, "proof-failed-one", "proof-failed-many") : "",
  ].filter((part) => part !== "");
  const counts = [
    count(rooms, "proof-rooms-one", "proof-rooms-many"),
    ...(people > 0 ? [count(people, "proof-people-one", "proof-people-many")] : []),
    count(confirmed, "proof-confirmed-one", "proof-confirmed-many"),
    count(doubled, "proof-doubled-one", "proof-doubled-many"),
    ...others,
  ];
  return tell("proof-line", {
    number: campaign.number,
    workshop: about ? nameOf(about, saying) : "",
    counts: counts.join(", "),
  });
}
