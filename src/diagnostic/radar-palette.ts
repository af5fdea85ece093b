/** The colours of the radar, as `#RRGGBB`: it is read in grey too, where shapes and words tell them apart. */
export const radarPalette = {
  paper: "#FFFFFF",
  /** Words beside the axes and in the legend. */
  words: "#1B1F24",
  /** The run told: its figures, its line and its points. */
  now: "#123F6D",
  /** The run before it. */
  before: "#8F3A00",
  /** Rings and axes. */
  rings: "#6B7785",
  /** From the lowest level to the highest; the inside of the line `now` is over them, see `insideOpacity`. */
  bands: ["#FFFFFF", "#F1F5FA", "#E2EAF3", "#D2DEEB"],
} as const;

/** How much of the colour `now` covers the inside of its line, 0..1. */
export const insideOpacity = 0.16;
