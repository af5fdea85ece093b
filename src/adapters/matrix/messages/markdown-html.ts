import MarkdownIt from "markdown-it";
import sanitizeHtml from "sanitize-html";
import { plainText } from "./plain-text.ts";

/** Where a link may lead. */
const allowedAddress = /^(?:https?:\/\/|mailto:|matrix:)/i;

/** Single line ends stay: content is written with them. Nobody's HTML is HTML. */
const markdown = new MarkdownIt("default", { html: false, breaks: true, linkify: false }).disable([
  "image",
  "table",
]);

// What leads elsewhere stays the text it was written as.
markdown.validateLink = (address) => allowedAddress.test(address);

/**
 * All that a formatted body may hold, a part of what clients show.
 * Source: https://spec.matrix.org/v1.16/client-server-api/#mroommessage-msgtypes
 */
export const allowedTags: readonly string[] =
  "a blockquote br code em h1 h2 h3 h4 h5 h6 hr li ol p pre s span strong ul".split(" ");

/** Words to be read by a click, as on Discord; each becomes signs nobody types, which Markdown lets through. */
const spoilers = /\|\|(?=\S)([^|\n]+?)\|\|/g;
const [OPEN, CLOSE] = ["\ue000", "\ue001"];

/**
 * Markdown as the HTML of a formatted body: allowed tags, and no attribute but where a link leads and that words
 * are hidden until they are clicked on. Source: https://spec.matrix.org/v1.16/client-server-api/#spoiler-messages
 */
export function markdownToHtml(text: string): string {
  const marked = text.replaceAll(/[\ue000\ue001]/g, "").replaceAll(spoilers, `${OPEN}$1${CLOSE}`);
  const html = markdown
    .render(marked)
    .replaceAll(OPEN, "<span data-mx-spoiler>")
    .replaceAll(CLOSE, "</span>");
  return sanitize(html).trim();
}

/** Markdown as plain text: what its marks mean is left to the words. Links show their address. */
export function markdownToPlain(text: string): string {
  return callNobody(plainText(markdown.parse(text, {})));
}

/** HTML without anything that is not allowed; the words of what is taken out stay. */
export function sanitize(html: string): string {
  const clean = sanitizeHtml(html, {
    allowedTags: [...allowedTags],
    allowedAttributes: { a: ["href"], span: ["data-mx-spoiler"] },
    // Checked above all below: the schemes alone would let relative addresses through.
    allowedSchemes: ["http", "https", "mailto", "matrix"],
    transformTags: {
      // Another tag in its place would be closed wrongly further on.
      a: (tagName, { href }) => ({
        tagName,
        attribs: href !== undefined && allowedAddress.test(href) ? { href } : {},
      }),
    },
  });
  // In words only: in an address it would be another address.
  return clean.replaceAll(/<[^>]*>|[^<]+/g, (part) =>
    part.startsWith("<") ? part : callNobody(part),
  );
}

/** Words as HTML that shows them sign for sign. */
export function escapeHtml(words: string): string {
  return callNobody(words)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The word by which old rules ring for a whole room: a character of no width parts it. */
export function callNobody(text: string): string {
  return text.replaceAll(/@(?=room)/giu, "@\u200B");
}
