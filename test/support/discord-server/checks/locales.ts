/** Source: discord-api-docs developers/reference#locales */
const locales =
  "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko".split(
    " ",
  );

/** Whether Discord has a language by this name. */
export function isLocale(text: string): boolean {
  return locales.includes(text);
}
