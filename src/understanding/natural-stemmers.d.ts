// Only the stemmers: the root of natural loads database drivers and reads .env files.
declare module "natural/lib/natural/stemmers/porter_stemmer_fr.js" {
  const stemmer: { readonly stem: (word: string) => string };
  export default stemmer;
}

declare module "natural/lib/natural/stemmers/porter_stemmer.js" {
  const stemmer: { readonly stem: (word: string) => string };
  export default stemmer;
}
