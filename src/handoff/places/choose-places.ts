import type { Place } from "../../model/directory.ts";
import { territoryOfPostcode } from "../../model/territories.ts";
import { areOnOneLand, centreOf, distanceKm, type Point } from "./territory-centres.ts";
import { territoryOfPlace } from "./territory-of-place.ts";

/** Where somebody is, as far as they said, and what about. */
export interface PlaceWish {
  /** Code of a territory; undefined or `national` when it is not known. */
  readonly territory: string | undefined;
  /** Id of a theme; undefined for any. */
  readonly theme?: string | undefined;
  readonly postcode?: string | undefined;
}

/** How a place was come by: in the person's own territory, within reach of it, or because it helps from afar. */
export type Nearness = "here" | "near" | "from-afar";

/** A place, and why it is told. */
export interface ChosenPlace {
  readonly place: Place;
  readonly nearness: Nearness;
}

/** Told at once: more is no help on a telephone. */
const MOST_PLACES = 3;

/** Beyond this nobody goes for an advice, in km as the crow flies. */
const FARTHEST_KM = 150;

/**
 * The best places for a wish, at most three: those of the territory first, then the nearest of its neighbours,
 * then those that help from afar; among equals, those that help associations. Source: HANDOFF.md 5.4.
 */
export function choosePlaces(wish: PlaceWish, places: readonly Place[]): readonly ChosenPlace[] {
  const told = wish.territory === "national" ? undefined : wish.territory;
  const territory = told ?? territoryOfPostcode(wish.postcode ?? "");
  const origin = originOf(wish.postcode, places);
  const centre = origin ?? centreOf(territory ?? "");
  const reached = places.flatMap((place): readonly Reached[] => {
    if (!isAbout(place, wish.theme)) return [];
    const its = territoryOfPlace(place);
    const at = pointOf(place) ?? centreOf(its ?? "");
    const km = centre && at ? distanceKm(centre, at) : undefined;
    const nearness = nearnessOf(place, { territory, its, km });
    if (!nearness) return [];
    // Inside a territory, how far its chief town is says nothing of the way somebody has to go.
    const isKnown = origin !== undefined || nearness === "near";
    return [{ place, nearness, km: isKnown ? (km ?? FARTHEST_KM) : 0 }];
  });
  return reached
    .toSorted((a, b) => compare(a, b, wish.postcode))
    .slice(0, MOST_PLACES)
    .map(({ place, nearness }) => ({ place, nearness }));
}

interface Reached extends ChosenPlace {
  readonly km: number;
}

function isAbout({ themes }: Place, theme: string | undefined): boolean {
  return theme === undefined || themes.length === 0 || themes.includes(theme);
}

function nearnessOf(
  { helpsRemotely }: Place,
  {
    territory,
    its,
    km,
  }: {
    readonly territory: string | undefined;
    readonly its: string | undefined;
    readonly km: number | undefined;
  },
): Nearness | undefined {
  if (territory !== undefined && its === territory) return "here";
  const isReachable = territory !== undefined && its !== undefined && areOnOneLand(territory, its);
  if (isReachable && km !== undefined && km <= FARTHEST_KM) return "near";
  return helpsRemotely ? "from-afar" : undefined;
}

const order: readonly Nearness[] = ["here", "near", "from-afar"];

function compare(a: Reached, b: Reached, postcode: string | undefined): number {
  return (
    order.indexOf(a.nearness) - order.indexOf(b.nearness) ||
    // An hour's drive more or less weighs less than knowing associations.
    band(a) - band(b) ||
    Number(b.place.helpsAssociations) - Number(a.place.helpsAssociations) ||
    Number(b.place.postcode === postcode) - Number(a.place.postcode === postcode) ||
    a.km - b.km ||
    b.place.updated.localeCompare(a.place.updated) ||
    a.place.id.localeCompare(b.place.id)
  );
}

function band({ nearness, km }: Reached): number {
  return nearness === "near" ? Math.floor(km / 50) : 0;
}

/** Where a postcode is: among the places we know there, else around there. */
function originOf(postcode: string | undefined, places: readonly Place[]): Point | undefined {
  if (postcode === undefined) return undefined;
  for (const start of [postcode, postcode.slice(0, 3)]) {
    const points = places
      .filter((place) => place.postcode.startsWith(start))
      .flatMap((place) => pointOf(place) ?? []);
    if (points.length > 0) return middleOf(points);
  }
  return undefined;
}

function pointOf({ latitude, longitude }: Place): Point | undefined {
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

function middleOf(points: readonly Point[]): Point {
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return { latitude: mean((one) => one.latitude), longitude: mean((one) => one.longitude) };
}
