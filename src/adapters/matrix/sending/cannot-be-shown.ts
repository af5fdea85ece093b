/** A message that trying again does not help: it is given up. Its words say why, and go into the log. */
export class CannotBeShown extends Error {
  override readonly name = "CannotBeShown";
}
