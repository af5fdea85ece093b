// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) with the finaliser of MurmurHash3
// (https://github.com/aappleby/smhasher, public domain): 100,000 features collide about once.
const prime = 0x01000193;

/** 32-bit hash of the UTF-16 units of `text` from `start` to `end`; another `seed`, another hash. */
export function hashText(seed: number, text: string, start = 0, end = text.length): number {
  // Mixed: a small seed alone would only change the first letter, and blocks would share features.
  let hash = mixed(seed) ^ 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return mixed(hash);
}

function mixed(hash: number): number {
  let bits = hash;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
