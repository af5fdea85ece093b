import { cleanJpeg } from "./clean-jpeg.ts";
import { cleanPng } from "./clean-png.ts";
import { cleanWebp } from "./clean-webp.ts";
import { nameForFile } from "./name-for-file.ts";
import { zipEntries, type ZipEntry } from "./zip-entries.ts";

/** Why a file is not passed on. */
export type RefusedFile =
  /** Of more than `MOST_BYTES`. */
  | "too-big"
  /** Neither a picture, a PDF, an office document nor a voice message, whatever its name says. */
  | "not-taken"
  /** A document that holds programs. */
  | "macros"
  /** A picture whose place and date cannot be taken out here. */
  | "not-cleaned"
  /** It is not made as its kind is. */
  | "damaged";

/** What came of looking into a file. */
export type Inspected =
  | {
      readonly kind: "taken";
      readonly name: string;
      /** Its media type, by its content. */
      readonly type: string;
      readonly bytes: Uint8Array;
      readonly isVoice: boolean;
      /** A document may tell in itself who wrote it. */
      readonly mayNameAuthor: boolean;
    }
  | { readonly kind: "refused"; readonly why: RefusedFile };

/** Source: HANDOFF.md, 7.1. */
export const MOST_BYTES = 10 * 1024 * 1024;
/** Unpacked, a document of people is never larger: one that would be is made to do harm. */
const MOST_UNPACKED_BYTES = 300 * 1024 * 1024;

const cleaners: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array | undefined>> = {
  jpg: cleanJpeg,
  png: cleanPng,
  apng: cleanPng,
  webp: cleanWebp,
};

/** Pictures that tell where they were taken, in ways that are not read here. */
const uncleaned: ReadonlySet<string> = new Set([
  "heic",
  "heif",
  "avif",
  "gif",
  "tif",
  "tiff",
  "jxl",
  "jp2",
]);
const office: ReadonlySet<string> = new Set(["docx", "xlsx", "pptx", "odt", "ods", "odp"]);
const withMacros: ReadonlySet<string> = new Set([
  "docm",
  "dotm",
  "xlsm",
  "xltm",
  "pptm",
  "potm",
  "ppsm",
  "cfb",
]);
const voice: ReadonlySet<string> = new Set([
  "ogg",
  "oga",
  "opus",
  "mp3",
  "m4a",
  "aac",
  "wav",
  "flac",
]);

/**
 * Looks into a file that is to be passed on: its kind by its content, never by its name; pictures lose what they
 * tell of place, date and device. Nothing is unpacked.
 * @param name as who sent it called it
 */
export async function inspectFile(bytes: Uint8Array, name: string): Promise<Inspected> {
  if (bytes.length > MOST_BYTES) return refused("too-big");
  const found = await typeOf(bytes);
  if (!found) return refused("not-taken");
  const { ext, mime } = found;
  const type = mime.split(";")[0] ?? mime;
  const taken = { kind: "taken", name: nameForFile(name, ext), type } as const;
  const clean = cleaners[ext];
  if (clean) {
    const cleaned = clean(bytes);
    return cleaned
      ? { ...taken, bytes: cleaned, isVoice: false, mayNameAuthor: false }
      : refused("damaged");
  }
  if (uncleaned.has(ext)) return refused("not-cleaned");
  if (withMacros.has(ext)) return refused("macros");
  if (office.has(ext)) {
    const why = faultOfDocument(bytes);
    return why ? refused(why) : { ...taken, bytes, isVoice: false, mayNameAuthor: true };
  }
  if (ext === "pdf") return { ...taken, bytes, isVoice: false, mayNameAuthor: true };
  if (voice.has(ext)) return { ...taken, bytes, isVoice: true, mayNameAuthor: false };
  return refused("not-taken");
}

async function typeOf(bytes: Uint8Array) {
  // Loaded with the first file: starting is felt, and most people send none.
  const { fileTypeFromBuffer } = await import("file-type");
  try {
    return await fileTypeFromBuffer(bytes);
  } catch {
    // What cannot even be looked at is of no kind that is taken.
    return undefined;
  }
}

/** Programs, and other files, that a document may carry. */
const programs =
  /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|Basic\/|Scripts\/|activeX\/|macrosheets\/)/i;
const executables = /\.(?:exe|dll|com|scr|msi|bat|cmd|ps1|vbs|js|jar|lnk|hta|zip|rar|7z)$/i;

function faultOfDocument(bytes: Uint8Array): RefusedFile | undefined {
  const entries = zipEntries(bytes);
  if (!entries) return "damaged";
  if (entries.some(({ name }) => programs.test(name) || executables.test(name))) return "macros";
  // The list of contents may leave a part out: each bears its name before it, readable as it is.
  if (Buffer.from(bytes).toString("latin1").toLowerCase().includes("vbaproject.bin")) {
    return "macros";
  }
  return unpackedBytes(entries) > MOST_UNPACKED_BYTES ? "damaged" : undefined;
}

function unpackedBytes(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}

function refused(why: RefusedFile): Inspected {
  return { kind: "refused", why };
}
