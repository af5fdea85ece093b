import { spreadsheetText } from "../model/spreadsheet-text.ts";
import { roadmapColumns, roadmapRows, type RoadmapSource } from "./roadmap-rows.ts";

/** The roadmap as a file that spreadsheets open; see `spreadsheetText`. */
export function roadmapTable(source: RoadmapSource): string {
  return spreadsheetText([roadmapColumns(source.tell), ...roadmapRows(source)]);
}
