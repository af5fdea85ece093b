import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allowedTags,
  escapeHtml,
  markdownToHtml,
  markdownToPlain,
  sanitize,
} from "../../../../src/adapters/matrix/messages/markdown-html.ts";

describe("Markdown", () => {
  it.each([
    ["**gras** et *penché*", "<p><strong>gras</strong> et <em>penché</em></p>"],
    ["un\ndeux", "<p>un<br />\ndeux</p>"],
    ["[la page](https://a.fr/?b=1&c=2)", '<p><a href="https://a.fr/?b=1&amp;c=2">la page</a></p>'],
    ["[écrire](mailto:a@b.fr)", '<p><a href="mailto:a@b.fr">écrire</a></p>'],
    ["[salon](matrix:r/a:b)", '<p><a href="matrix:r/a:b">salon</a></p>'],
    ["- un\n- deux", "<ul>\n<li>un</li>\n<li>deux</li>\n</ul>"],
    ["<b onclick=x>gras</b>", "<p>&lt;b onclick=x&gt;gras&lt;/b&gt;</p>"],
    ["[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"],
    ["[x](/ici) [x](//a.fr) [x](data:a)", "<p>[x](/ici) [x](//a.fr) [x](data:a)</p>"],
    ["![x](https://a.fr/i.png)", '<p>!<a href="https://a.fr/i.png">x</a></p>'],
    ["appel à @room et @**room**", "<p>appel à @\u200Broom et @<strong>room</strong></p>"],
  ])("%j is shown as %j", (markdown, html) => {
    expect(markdownToHtml(markdown)).toBe(html);
  });

  it.each([
    ["**gras**, *penché*, `code`", "gras, penché, code"],
    ["[la page](https://a.fr)", "la page (https://a.fr)"],
    ["<https://a.fr>", "https://a.fr"],
    ["# Titre\n\nun\ndeux\n\ntrois", "Titre\n\nun\ndeux\n\ntrois"],
    ["3. un\n4. deux\n   - a\n   - b", "3. un\n4. deux\n  - a\n  - b"],
    ["Sources :\n- un\n- deux\n\nfin", "Sources :\n\n- un\n- deux\n\nfin"],
    ["```\nx < y\n```", "x < y"],
    ["&lt;b&gt; a \\* b", "<b> a * b"],
    ["@**room** @ROOM", "@\u200Broom @\u200BROOM"],
  ])("%j reads, without marks, %j", (markdown, plain) => {
    expect(markdownToPlain(markdown)).toBe(plain);
  });
});

it("keeps no HTML of anybody's as HTML", () => {
  expect(escapeHtml(`<a href="x">&'</a>`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;'&lt;/a&gt;");
});

/** Every tag of some HTML, as a browser would find them; the rest is text. */
function tagsOf(html: string): string[] {
  return html.match(/<[^>]*>?/g) ?? [];
}

const closing = new Set(allowedTags.map((tag) => `</${tag}>`));
const opening = new Set([
  ...allowedTags.map((tag) => `<${tag}>`),
  "<br />",
  "<hr />",
  "<span data-mx-spoiler>",
]);
const link = /^<a href="(?:https?:\/\/|mailto:|matrix:)[^"<>]*">$/i;

/** What may not be there: tags and attributes outside the list, a call to the room. */
function faultsIn(html: string): string[] {
  const tags = tagsOf(html).filter(
    (tag) => !closing.has(tag) && !opening.has(tag) && !link.test(tag),
  );
  const calls = html.replaceAll(/<[^>]*>/g, "").match(/@room/gi) ?? [];
  return [...tags, ...calls];
}

const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom(
    ..."<a |<img src=x onerror=alert(1)>|<script>|</script>|<b>|</a>|<p|>|\"|'|href=|style=|<!--|-->".split(
      "|",
    ),
    ..."javascript:|data:text/html,|https://a.fr|mailto:|//a|/a|matrix:|&#64;room|&lt;|&#x3C;|@room".split(
      "|",
    ),
    ..."[x](|)|](|**|_|`|```\n|# |- |1. |> |\n|\n\n|\\|![|~~|<https://a|\u0000|<svg>|<math>|<style>".split(
      "|",
    ),
    "||",
    "||caché||",
    '<a href="https://a.fr" onclick="x">',
    "<a href='javascript:x'>",
    '<a href="java\tscript:x">',
    '<a href="https:/a">',
    "<textarea>",
    "<xmp>",
    "<noscript><p title='</noscript><img src=x>'>",
  ),
);
const soup = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(""));

it("lets no tag and no attribute through but the allowed ones, whatever the HTML", () => {
  fc.assert(
    fc.property(soup, (html) => {
      expect(faultsIn(sanitize(html))).toEqual([]);
    }),
    { numRuns: 4000 },
  );
});

it("makes nothing but allowed HTML of any Markdown", () => {
  fc.assert(
    fc.property(soup, (markdown) => {
      expect(faultsIn(markdownToHtml(markdown))).toEqual([]);
    }),
    { numRuns: 4000 },
  );
});

it("calls nobody in plain text, whatever the Markdown", () => {
  fc.assert(
    fc.property(soup, (markdown) => {
      expect(markdownToPlain(markdown)).not.toMatch(/@room/i);
    }),
    { numRuns: 2000 },
  );
});

it("hides words until they are clicked on, and nothing else", () => {
  expect(markdownToHtml("espèce d'||idiot|| et **||crétin||** !")).toBe(
    "<p>espèce d'<span data-mx-spoiler>idiot</span> et <strong><span data-mx-spoiler>crétin</span></strong> !</p>",
  );
  expect(markdownToHtml("a || b")).toBe("<p>a || b</p>");
  expect(markdownToHtml("\ue000a\ue001 ||<b>x</b>||")).toBe(
    "<p>a <span data-mx-spoiler>&lt;b&gt;x&lt;/b&gt;</span></p>",
  );
});
