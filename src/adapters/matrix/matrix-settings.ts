/** Whose invitations are accepted: everybody's, or those of people (`@a:x`) and servers (`x`). */
export type InvitationPolicy = "anyone" | { readonly from: readonly string[] };

/** What an operator sets of the adapter. */
export interface MatrixSettings {
  /** Without a slash at its end. */
  readonly homeserver: string;
  readonly userId: string;
  readonly encryption: "required" | "on" | "off";
  readonly invitations: InvitationPolicy;
  readonly prefix: string;
  readonly coordinators: readonly string[];
  readonly mediators: readonly string[];
  readonly advisers: readonly string[];
  readonly coordinatorPowerLevel: number;
  /** Accounts that are no people: never answered, not counted among those who read. */
  readonly bots: readonly string[];
}
