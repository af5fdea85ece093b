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
  "a blockquote br code em h1 h2 h3 h4 h5 h6 hr li ol p pre s strong ul".split(" ");

/** Markdown as the HTML of a formatted body: allowed tags, and no attribute but where a link leads. */
export function markdownToHtml(text: string): string {
  return sanitize(markdown.render(text)).trim();
}

/** Markdown as plain text: what its marks mean is left to the words. Links show their address. */
export function markdownToPlain(text: string): string {
  return callNobody(plainText(markdown.parse(text, {})));
}

/** HTML without anything that is not allowed; the words of what is taken out stay. */
export function sanitize(html: string): string {
  const clean = sanitizeHtml(html, {
    allowedTags: [...allowedTags],
    allowedAttributes: { a: ["href"] },
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
