/** Where a link leads into a room, to a person or to an invitation, rather than to a page. */
const roomLinks: readonly RegExp[] = [
  /^https?:\/\/matrix\.to\//i,
  /^https?:\/\/(?:www\.|ptb\.|canary\.)?discord(?:app)?\.com\/(?:channels|invite|users)\//i,
  /^https?:\/\/discord\.(?:gg|new)\//i,
  /^https?:\/\/app\.element\.io\/#/i,
];

/** Whether a link opens a place of a chat: on the other side it would lead nowhere, or tell who somebody is. */
export function isRoomLink(url: string): boolean {
  return roomLinks.some((link) => link.test(url));
}
