/**
 * READY as discord.js gets it: of what it would build of it nothing is used here, and a field that another
 * server leaves out would make it throw. What was really said is told as any other event.
 */
export const plainReady = {
  v: 10,
  user: { id: "0", username: "", discriminator: "0", avatar: null },
  application: { id: "0", flags: 0 },
  guilds: [],
};
